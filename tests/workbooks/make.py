"""make -- workbooks made by hand, part by part, as other programs write them.

    book = Book()
    sheet = book.sheet("张贴记录")
    sheet.row(["办件编号", 12, Day("2020-09-01")])
    book.bytes()

A cell is a text (shared, or Inline), a number, a Day, True, None, or Raw: the
element as it stands, without its reference.  What a Book is given replaces the
parts that it would write.
"""

import datetime
import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Inline(str):
    pass


class Raw(str):
    """<c{at}>...: {at} becomes the reference."""


class Day:
    def __init__(self, text, style=1, time=0.0):
        self.day = datetime.date.fromisoformat(text)
        self.style, self.time = style, time


def letters(column):
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


class Sheet:
    def __init__(self, book, name):
        self.book, self.name = book, name
        self.rows, self.merged = [], []
        self.state = self.before = self.after = ""
        self.references = True

    def row(self, cells, number=None, extra=""):
        last = self.rows[-1][0] if self.rows else 0
        self.rows.append((number or last + 1, cells, extra))
        return self

    def cell(self, value, at):
        book = self.book
        if isinstance(value, Raw):
            return value.replace("{at}", at)
        if isinstance(value, Day):
            first = (datetime.date(1904, 1, 1) if book.from_1904
                     else datetime.date(1899, 12, 30))
            serial = (value.day - first).days + value.time
            serial = int(serial) if serial == int(serial) else serial
            return f'<c{at} s="{value.style}"><v>{serial}</v></c>'
        if isinstance(value, bool):
            return f'<c{at} t="b"><v>{int(value)}</v></c>'
        if isinstance(value, (int, float)):
            return f'<c{at}><v>{value!r}</v></c>'
        if isinstance(value, Inline):
            return (f'<c{at} t="inlineStr"><is><t xml:space="preserve">'
                    f'{escape(value)}</t></is></c>')
        return f'<c{at} t="s"><v>{book.share(value)}</v></c>'

    def xml(self):
        out = []
        for number, cells, extra in self.rows:
            ref = f' r="{number}"' if self.references else ""
            out.append(f"<row{ref}{extra}>")
            for i, value in enumerate(cells, 1):
                at = f' r="{letters(i)}{number}"' if self.references else ""
                if value is not None:
                    out.append(self.cell(value, at))
                elif not self.references:
                    out.append("<c/>")
            out.append("</row>")
        merged = "".join(f'<mergeCell ref="{m}"/>' for m in self.merged)
        if merged:
            merged = f"<mergeCells>{merged}</mergeCells>"
        return (f'<worksheet xmlns="{self.book.main}">{self.before}'
                f'<sheetData>{"".join(out)}</sheetData>{self.after}{merged}'
                f'</worksheet>')


class Book:
    def __init__(self, strict=False, from_1904=False):
        self.main, self.rel = ((STRICT, STRICT_REL) if strict
                               else (MAIN, REL))
        self.from_1904 = from_1904
        self.sheets, self.strings, self.index = [], [], {}
        self.formats = ["", '<xf numFmtId="14"/>']      # of styles from 0
        self.codes = {}
        self.names = ""
        self.parts = {}         # path: bytes, None: it is not there
        self.folder = "xl/"
        self.turn = str         # what each part becomes
        self.raw_strings = {}

    def sheet(self, name):
        self.sheets.append(Sheet(self, name))
        return self.sheets[-1]

    def share(self, text):
        if text not in self.index:
            self.index[text] = len(self.strings)
            self.strings.append(text)
        return self.index[text]

    def style(self, code=None, number=None):
        """The number of a style with a format by its code or number."""
        if code is not None:
            number = 164 + len(self.codes)
            self.codes[number] = code
        self.formats.append(f'<xf numFmtId="{number}"/>')
        return len(self.formats) - 1

    def workbook(self):
        sheets = "".join(
            f'<sheet name="{escape(s.name)}" sheetId="{i}" r:id="rId{i}"'
            f'{s.state}/>' for i, s in enumerate(self.sheets, 1))
        epoch = '<workbookPr date1904="1"/>' if self.from_1904 else ""
        names = (f"<definedNames>{self.names}</definedNames>"
                 if self.names else "")
        return (f'<workbook xmlns="{self.main}" xmlns:r="{self.rel}">{epoch}'
                f"<sheets>{sheets}</sheets>{names}</workbook>")

    def relations(self):
        out = [f'<Relationship Id="rId{i}" Type="{self.rel}/worksheet" '
               f'Target="worksheets/sheet{i}.xml"/>'
               for i in range(1, len(self.sheets) + 1)]
        for name in ("sharedStrings", "styles"):
            out.append(f'<Relationship Id="{name}" Type="{self.rel}/{name}" '
                       f'Target="{name}.xml"/>')
        return (f'<Relationships xmlns="{PACKAGE}/relationships">'
                f'{"".join(out)}</Relationships>')

    def styles(self):
        codes = "".join(
            f'<numFmt numFmtId="{n}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>'
            for n, c in self.codes.items())
        formats = "".join(f or '<xf numFmtId="0"/>' for f in self.formats)
        return (f'<styleSheet xmlns="{self.main}"><numFmts>{codes}</numFmts>'
                f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
                f"<cellXfs>{formats}</cellXfs></styleSheet>")

    def shared(self):
        items = "".join(
            self.raw_strings.get(s) or
            f'<si><t xml:space="preserve">{escape(s)}</t></si>'
            for s in self.strings)
        return f'<sst xmlns="{self.main}">{items}</sst>'

    def types(self):
        out = [f'<Override PartName="/{self.folder}workbook.xml" '
               f'ContentType="{TYPE}sheet.main+xml"/>']
        return (f'<Types xmlns="{PACKAGE}/content-types">'
                f'<Default Extension="xml" ContentType="application/xml"/>'
                f'{"".join(out)}</Types>')

    def all(self):
        """Its parts, in the order in which they are written."""
        x = self.folder
        parts = {"[Content_Types].xml": self.types(),
                 "_rels/.rels":
                     f'<Relationships xmlns="{PACKAGE}/relationships">'
                     f'<Relationship Id="a" Type="{self.rel}/officeDocument" '
                     f'Target="{x}workbook.xml"/></Relationships>',
                 x + "workbook.xml": self.workbook(),
                 x + "_rels/workbook.xml.rels": self.relations()}
        for i, sheet in enumerate(self.sheets, 1):
            parts[f"{x}worksheets/sheet{i}.xml"] = sheet.xml()
        parts[x + "styles.xml"] = self.styles()
        parts[x + "sharedStrings.xml"] = self.shared()
        parts = {k: self.turn(HEAD + v) for k, v in parts.items()}
        parts.update(self.parts)
        return {k: v.encode() if isinstance(v, str) else v
                for k, v in parts.items() if v is not None}

    def bytes(self, packed=zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", packed) as z:
            for name, data in self.all().items():
                z.writestr(name, data)
        return out.getvalue()
