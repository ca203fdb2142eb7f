"""Rule files written in Chinese, word by word as a coin falls (INTERFACE 5, LANGUAGE).

The keys are those of the manual, gongshi-rules(5); the phrases are this file's own.
"""

import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNITS = {'day': '日', 'workday': '个工作日', 'month': '个月', 'quarter': '季度', 'year': '年'}
LEVELS = {'case': '本级', 'region': '自治区', 'city': '市', 'county': '县', 'township': '乡镇',
          'village': '行政村', 'group': '村民小组'}
PARTS = {'opens': '张贴', 'closes': '期满', 'received': '收到', 'upheld': '成立'}
WORDS = {'notice': '公示', 'announcement': '公告', 'commission': '委托', 'none': '无',
         'permanently': '长期', 'again': '重新公示', 'stops': '停止', True: '是', False: '否',
         'counted': '计入', 'not counted': '不计入', 'next workday': '下一工作日',
         'grave': '严重问题', 'violation': '问题', 'question': '待处理', 'advice': '提示',
         'month': '每月', 'quarter': '每季度', 'half-year': '每半年', 'year': '每年',
         'first': '期初', 'last': '期末'}
MEDIA = {'board': '公开栏', 'website': '网站', 'newspaper': '报刊', 'radio': '广播',
         'television': '电视', 'wechat': '微信', 'other': '其他'}
AMOUNT = r'(?P<n>\d+) (?P<unit>[a-z]+?)s?'
PHRASES = [(r'within {a} after {p}', '{p} 后 {n} {unit}内'),
           (r'at least {a} after {p}', '{p} 后至少 {n} {unit}'),
           (r'at least {a} before {p}', '{p} 前至少 {n} {unit}'),
           (r'until at least {a} after {p}', '至 {p} 后至少 {n} {unit}'),
           (r'at least {a}', '不少于 {n} {unit}'), (r'{a}', '{n} {unit}'),
           (r'by (?P<m>\d\d)-(?P<d>\d\d) after {p}', '{p} 后 {m}月{d}日前'),
           (r'by day (?P<d>\d+) after {p}', '{p} 次月 {d} 日前'),
           (r'after {p}', '{p} 后'), (r'before {p}', '{p} 前'), (r'with {p}', '与 {p} 同日'),
           (r'until {p}', '至 {p}'), (r'{p}', '{p}')]
FORMS = [(re.compile(form.replace('{a}', AMOUNT).replace('{p}', r'(?P<p>\S+)') + '$'), zh)
         for form, zh in PHRASES]
PHRASED = {'bound', 'opens', 'after', 'lasts', 'down', 'raised', 'within', 'point', 'gate'}
NAMES = {'for', 'not-for', 'when', 'unless', 'on', 'pauses'}
NAMED = {'events', 'steps', 'traits', 'amounts', 'instruments'}    # their keys are names
PLAIN = {'title', 'title-en', 'note', 'basis', 'text', 'remedy', 'hotline', 'office', 'handler',
         'content', 'item', 'why', 'scope', 'pack', 'procedure', 'overlay', 'number', 'issued',
         'in-force', 'from', 'until', 'published'}


def keys_of_manual():
    found = {}
    with open(os.path.join(ROOT, 'src/man/gongshi-rules.5'), encoding='utf-8') as file:
        words = file.read().partition('.Ss Keys')[2]
    for section in (words.partition('\n.Ss')[0], words.partition('kept for later')[2]):
        for en, zh in re.findall(r'^\.It Cm (\S+) No (\S+)$', section, re.M):
            found.setdefault(en, zh)
    return found


KEYS = keys_of_manual()
KEYS.setdefault('every', '周期')
KEYS.setdefault('calendar', '日历')
KEYS.setdefault('overlay', '叠加')


class Writer:
    """names: titles of a procedure's points and traits; keyed: those by which it names
    what it lies over; share: of what is turned."""

    def __init__(self, rng, share, names, keyed):
        self.rng, self.share, self.names, self.keyed = rng, share, names, keyed

    def coin(self):
        return self.rng.random() < self.share

    def name(self, text):
        return self.names.get(text, text) if self.coin() else text

    def phrase(self, text, key):
        """All of a phrase is in one language, its names in either."""
        found = next((m, zh) for m, zh in ((f.match(text), zh) for f, zh in FORMS) if m)
        values = found[0].groupdict()
        turned = self.coin()
        if values.get('p'):
            point, dot, part = values['p'].partition('.')
            if key in ('raised', 'within') or point not in self.names and point in PARTS:
                named = PARTS[point] if turned else point
            else:
                named = self.name(point)
            dotted = PARTS.get(part, part) if turned else part
            start, end = found[0].span('p')
            text = text[:start] + named + dot + dotted + text[end:]
            values['p'] = named + dot + dotted
        if not turned or text in ('none', 'permanently'):
            return WORDS[text] if turned and text in WORDS else text
        if values.get('unit'):
            values['unit'] = UNITS[values['unit']]
        if values.get('m'):
            values['m'], values['d'] = int(values['m']), int(values['d'])
        return found[1].format(**values)

    def key(self, key, place):
        if key is True:
            key = 'on'
        if key == 'by' and place == 'extends':
            return '增加' if self.coin() else key
        return KEYS.get(key, key) if self.coin() else key

    def tree(self, value, key=None, place=None):
        if isinstance(value, dict):
            return self.map(value, key)
        if isinstance(value, list):
            return [self.tree(v, key, place) for v in value]
        return self.leaf(value, key, place)

    def map(self, value, key):
        if key == 'bases':
            return value
        if key in NAMED:
            return {self.keyed.get(k, k) if self.coin() else k: self.tree(v, 'item of ' + key)
                    for k, v in value.items()}
        if key == 'times':
            return {MEDIA[k] if self.coin() else k: v for k, v in value.items()}
        if key in ('severity', 'remedy', 'why', 'hotline', 'office', 'text'):
            return {k: self.tree(v, 'severity' if key == 'severity' else 'text')
                    for k, v in value.items()}
        return {self.key(k, key): self.tree(v, k, key) for k, v in value.items()}

    def leaf(self, value, key, place):
        if value == 'none':
            word = '不顺延' if key == 'roll' else '无'
            return word if self.coin() else value
        if key in PHRASED or (key == 'again' and isinstance(value, str)) or \
                (key == 'by' and place == 'extends'):
            return self.phrase(value, key)
        if key in NAMES:
            return self.name(value)
        if key in ('case', 'at'):
            return self.level(value)
        if key in ('any', 'all', 'media', 'medium'):
            return MEDIA[value] if self.coin() else value
        if key in PLAIN or not isinstance(value, (str, bool)):
            return value
        return WORDS.get(value, value) if self.coin() else value

    def level(self, text):
        if not self.coin():
            return text
        each, _, level = text.rpartition(' ')
        return ('各' if each else '') + LEVELS[level]


def titles(tree):
    """{id: title} of its points, traits and amounts."""
    return {name: item['title'] for kind in ('events', 'steps', 'traits', 'amounts')
            for name, item in (tree.get(kind) or {}).items()
            if isinstance(item, dict) and item.get('title')}


def written(rng, tree, share, base=None):
    """base: the procedure that it lies over."""
    keyed = titles(base or {})
    return Writer(rng, share, dict(keyed, **titles(tree)), keyed).tree(tree)
