"""yaml-language-server, asked as an editor asks it: LSP over standard input and output.

What it marks, offers and explains with the schema of rule files.  It is told the language of a
Chinese desktop, by which it says in Chinese what YAML itself refuses.
"""

import json
import os
import pathlib
import re
import subprocess
import threading
import queue

PATIENCE = 60


class Editor:
    def __init__(self, program, folder, schema, version='1.2', told=True):
        """`told` of the schema by its settings."""
        self.folder, self.number, self.marks = pathlib.Path(folder), 0, {}
        self.path = self.folder / 'schema.json'
        self.path.write_text(json.dumps(schema, ensure_ascii=False), encoding='utf-8')
        self.settings = {'yaml': {
            'schemas': {self.path.as_uri(): ['*.yaml']} if told else {}, 'yamlVersion': version,
            'validate': True, 'hover': True, 'completion': True,
            'schemaStore': {'enable': False}}}
        self.child = subprocess.Popen([program, '--stdio'], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.said = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()
        self.ask('initialize', {
            'processId': os.getpid(), 'rootUri': self.folder.as_uri(), 'locale': 'zh-cn',
            'capabilities': {'workspace': {'configuration': True}, 'textDocument': {
                'completion': {'completionItem': {'snippetSupport': True,
                                                  'documentationFormat': ['markdown']}},
                'hover': {'contentFormat': ['markdown']}, 'publishDiagnostics': {}}}})
        self.tell('initialized', {})
        self.tell('workspace/didChangeConfiguration', {'settings': self.settings})

    def listen(self):
        out = self.child.stdout
        while True:
            length = 0
            line = out.readline()
            while line not in (b'\r\n', b''):
                if line.lower().startswith(b'content-length:'):
                    length = int(line.split(b':')[1])
                line = out.readline()
            if line == b'':
                self.said.put(None)
                return
            self.said.put(json.loads(out.read(length)))

    def send(self, message):
        body = json.dumps({'jsonrpc': '2.0', **message}).encode()
        self.child.stdin.write(b'Content-Length: %d\r\n\r\n' % len(body) + body)
        self.child.stdin.flush()

    def tell(self, method, params):
        self.send({'method': method, 'params': params})

    def hear(self):
        """One message; what the server asks is answered, what it marks is kept."""
        message = self.said.get(timeout=PATIENCE)
        if message is None:
            raise EOFError('yaml-language-server ended')
        if message.get('method') == 'workspace/configuration':
            self.send({'id': message['id'], 'result': [
                self.settings.get(item.get('section')) for item in message['params']['items']]})
        elif 'method' in message and 'id' in message:
            self.send({'id': message['id'], 'result': None})
        elif message.get('method') == 'textDocument/publishDiagnostics':
            params = message['params']
            self.marks[params['uri']] = params['diagnostics']
        return message

    def ask(self, method, params):
        self.number += 1
        self.send({'id': self.number, 'method': method, 'params': params})
        while True:
            message = self.hear()
            if message.get('id') == self.number and 'method' not in message:
                return message.get('result')

    def open(self, text):
        """A new file with this text: its address."""
        self.number += 1
        uri = (self.folder / ('%d.yaml' % self.number)).as_uri()
        self.tell('textDocument/didOpen', {'textDocument': {
            'uri': uri, 'languageId': 'yaml', 'version': 1, 'text': text}})
        return uri

    def marked(self, texts):
        """What is marked in each of them; all are open at once, since each is waited for."""
        addresses = [self.open(text) for text in texts]
        while any(uri not in self.marks for uri in addresses):
            self.hear()
        for uri in addresses:
            self.tell('textDocument/didClose', {'textDocument': {'uri': uri}})
        return [self.marks[uri] for uri in addresses]

    def at(self, text, method):
        """Asked where ‸ stands in the text."""
        before = text.split('‸')[0]
        uri = self.open(text.replace('‸', ''))
        return self.ask(method, {
            'textDocument': {'uri': uri},
            'position': {'line': before.count('\n'),
                         'character': len(before.rsplit('\n', 1)[-1])}})

    def offered(self, text):
        found = self.at(text, 'textDocument/completion') or []
        items = found if isinstance(found, list) else found['items']
        return {i['label']: i for i in items}

    def explained(self, text):
        found = self.at(text, 'textDocument/hover') or {'contents': {'value': ''}}
        return found['contents']['value']

    def close(self):
        self.child.stdin.close()
        self.child.wait(timeout=PATIENCE)


def documentation(item):
    said = item.get('documentation') or ''
    return said['value'] if isinstance(said, dict) else said


STEP = '程序: p\n办理层级: 县\n环节:\n  one:\n    名称: 公示\n'

# Text with the cursor, what must be offered, what must not.
OFFERS = [
    ('程序: p\n‸', ['事件', 'events', '环节', 'steps', '办理层级', 'case', '类别', '周期'],
     ['适用区划', '张贴', 'gate']),
    ('规则包: p\n‸', ['适用区划', 'scope', '文件', 'instruments', '叠加', 'overlay'],
     ['环节', '张贴']),
    (STEP + '    ‸', ['张贴', 'opens', '公示期', 'lasts', '地点', 'at', '异议', '载体'],
     ['关口', '适用区划', '终结']),
    (STEP + '    张‸', ['张贴'], ['关口']),
    (STEP + '    地点: ‸', ['县', 'county', '各村民小组', 'each group', '本级'], ['公开栏']),
    (STEP + '    类型: ‸', ['公示', '公告', 'notice', 'announcement'], ['县']),
    (STEP + '    张贴: ‸', ['P 后 N UNIT内', 'within N UNIT after P', 'P 后'], ['长期', 'null']),
    (STEP + '    公示期: ‸', ['不少于 N UNIT', 'at least N UNIT', '长期'], ['P 后']),
    (STEP + '    载体: [‸]', ['公开栏', 'website'], ['县']),
    (STEP + '    异议:\n      ‸', ['处理单位', 'handler', '时限', 'within'], ['张贴', '公示期']),
    (STEP + '    佐证: ‸', ['是', '否', 'true', 'false'], ['null']),
    (STEP + '    严重程度:\n      ‸', ['未公示', 'missing', '公示期不足'], ['程序倒置', '张贴']),
    (STEP + '    严重程度: {未公示: ‸}', ['严重问题', 'grave', '提示'], ['公开栏']),
    ('程序: p\n事件:\n  e:\n    ‸', ['须在', 'after', '关口', '可多次', '日历'],
     ['张贴', '地点']),
    ('程序: p\n事件:\n  e:\n    须在:\n      - 约束: 甲 后 3 日内\n        ‸',
     ['中止', 'pauses', '延长', '依据', '限于'], ['张贴', '名称']),
    ('规则包: p\n文件:\n  条例:\n    ‸', ['文号', '印发', 'issued', '发文机关'], ['张贴']),
    ('规则包: p\n计算:\n  期限:\n    顺延: ‸', ['下一工作日', 'next workday', '不顺延'], ['县']),
    ('程序: p\n周期: ‸', ['每月', '每季度', 'quarter', 'year'], ['县']),
]

# A key under the cursor, and what it must be said to be.
HOVERS = [
    (STEP + '    张‸贴: 甲 后\n', '什么时候可以张贴、必须张贴'),
    (STEP + '    ope‸ns: after a\n', 'P 后 N UNIT内'),
    (STEP + '    公示‸期: 长期\n', '须张贴多久'),
    (STEP + '    异议:\n      时‸限: 收到 后 3 日内\n', '异议最迟什么时候办结'),
    ('规则包: p\n适用‸区划: "45"\n', '适用的区划代码前缀'),
    ('程序: p\n事件:\n  e: {终‸结: 是}\n', '发生以后不再要求办理别的'),
]


def check_all(check, program, folder, schema, mistakes, files):
    """`check` counts; mistakes and files as tests/run-schema has them."""
    editor = Editor(program, folder, schema)
    check_files(check, editor, files)
    check_mistakes(check, editor, mistakes)
    for text, must, not_ in OFFERS:
        offered = editor.offered(text)
        check('offered at %r' % text[-40:], not [w for w in must if w not in offered],
              'lacking', [w for w in must if w not in offered], 'of', sorted(offered))
        check('not offered at %r' % text[-40:], not [w for w in not_ if w in offered],
              [w for w in not_ if w in offered])
    item = editor.offered(STEP + '    ‸').get('张贴', {})
    check('a key is explained where it is offered', '什么时候可以张贴' in documentation(item), item)
    check('a key is put in with its colon', item.get('insertText') in ('张贴: $1', '张贴: '), item)
    for text, said in HOVERS:
        check('explained at %r' % text[-20:], said in editor.explained(text),
              editor.explained(text))
    editor.close()
    editor = Editor(program, folder, schema, '1.1')
    check_files(check, editor, files)
    editor.close()
    editor = Editor(program, folder, schema, told=False)
    line = '# yaml-language-server: $schema=%s\n' % editor.path
    found = editor.marked([line + '程序: p\n张贴: 甲 后\n', '程序: p\n张贴: 甲 后\n'])
    check('by the first line of the file alone', found[0] and not found[1], found)
    editor.close()


def check_files(check, editor, files):
    marks = editor.marked([text for _, text in files])
    bad = [(path, m['range']['start']['line'] + 1, m['message'])
           for (path, _), found in zip(files, marks) for m in found]
    check('an editor marks nothing in %d files' % len(files), files and not bad, *bad[:8])


def check_mistakes(check, editor, mistakes):
    mistakes = list(mistakes)
    marks = editor.marked([text for _, _, text, _ in mistakes])
    for (title, _, _, said), found in zip(mistakes, marks):
        messages = ' | '.join(m['message'] for m in found)
        if os.environ.get('SHOW'):
            print(title, '\n   ', messages)
        if said == '-':
            continue
        check('%s: an editor marks it' % title, found)
        check('%s: it says %s, in Chinese' % (title, said), said in messages and
              all(re.search('[一-鿿]', m['message']) for m in found), messages)
    marked = sum(bool(found) for found in marks)
    print('of %d mistakes an editor marks %d' % (len(mistakes), marked))
    check('an editor marks three of four', mistakes and 4 * marked >= 3 * len(mistakes))
