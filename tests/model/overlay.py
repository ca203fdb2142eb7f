"""Packs over packs (LANGUAGE 7), naively: base and overlay become one plain pack.

A pack is (head, files): what pack.yaml says, and a map from a procedure's id to its file,
with English keys, ids and phrases.  `flatten` lays packs over one another, from the lowest;
what comes out is a pack without `overlay` in which every element cites its own basis.
"""
# Readings (where the page may be read in two ways; one line each)
#
#  O1  What an overlay leaves alone goes on being cited as the base has it, also where the
#      overlay gives the procedure or the step another `basis`.
#  O2  A phrase by itself is {bound: PHRASE}, a gate's point {point: POINT}, a list of media
#      {any: LIST}; a map is laid over it as over that.  Over a list of bounds it replaces all.
#  O3  A bound, period or review of which an overlay sets any key but `note` is set by the
#      overlay and cited by it, also where the base's own map had a basis.
#  O4  A step or event is cited by the overlay where that sets its basis.  What a step says
#      beside its bounds is cited key by key (SAID below; `bases` where the pack is one).
#      Words (title, note, text ...) and conditions cite nothing, and need no basis.
#  O5  A default that an overlay sets is cited by the overlay, not by each step; one of the base
#      without a basis is cited by what the step said in the base.
#  O6  Default and step's own key are laid apart: over a step that takes the default a map keeps
#      nothing of it.
#  O7  Keys of traits, amounts, instruments are laid like those of any map.

import copy

BOUNDS = {'opens': 'bound', 'after': 'bound', 'lasts': 'bound', 'down': 'bound', 'gate': 'point'}
# What a finding may be raised by, beside bounds: keys of a step, of media, of objections.
SAID = {None: ['at', 'content', 'evidence'], 'media': ['any', 'all', 'times'],
        'objections': ['handler', 'raised', 'within', 'upheld']}
WORDS = {'title', 'title-en', 'note', 'text', 'hotline', 'office', 'remedy', 'basis'}
VALUES = {'lasts', 'roll'}             # `none` is a value of these


class NoBasis(Exception):
    """A changed step, event or bound without a basis in the overlay's own file."""


def flatten(packs):
    """packs: (head, files) from the lowest base to the overlay."""
    head, files = copy.deepcopy(packs[0])
    files = {name: lowest(file) for name, file in files.items()}
    for over_head, over_files in packs[1:]:
        head = lay_head(head, over_head)
        for name, over in over_files.items():
            files[name] = lay_procedure(files[name], over) if name in files else lowest(over)
    head.pop('overlay', None)
    defaults = {k: head.pop(k) for k in ('lasts', 'review') if k in head}
    return head, {name: push(file, defaults) for name, file in files.items()}


# ---- bounds ----------------------------------------------------------------------------

def each(value, change):
    return [change(v) for v in value] if isinstance(value, list) else change(value)


def as_map(value, name):
    return dict(value) if isinstance(value, dict) else {name: value}


def cited(value, name, basis):
    """Every one of its bounds as a map with a basis."""
    def one(bound):
        bound = as_map(bound, name)
        if 'basis' not in bound and basis is None:
            raise NoBasis(str(bound))
        return dict({'basis': basis}, **bound)
    return value if value == 'none' else each(value, one)


def lay_bound(base, over, name, basis):
    if not isinstance(over, dict) or base in (None, 'none') or isinstance(base, list):
        return cited(over, name, basis)
    merged = lay_map(as_map(base, name), over)
    if set(over) - {'note'}:
        merged['basis'] = over.get('basis', basis)
        if merged['basis'] is None:
            raise NoBasis(str(over))
    return merged


def review_of(value, basis):
    if value is True:
        if basis is None:
            raise NoBasis('review')
        return {'basis': basis}
    return value


# ---- maps ------------------------------------------------------------------------------

def lay_map(base, over):
    """Key by key; a value or list replaces the whole; `none` takes a key away."""
    result = dict(base)
    for key, value in over.items():
        if value == 'none' and key not in VALUES:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = lay_map(result[key], value)
        else:
            result[key] = value
    return result


def lay_keys(base, over, basis):
    """What a pack, procedure, step or event says, its bounds with citations."""
    if isinstance(over.get('media'), dict) and isinstance(base.get('media'), list):
        base = dict(base, media={'any': base['media']})
    result = lay_map(base, over)
    for key, value in over.items():
        if key in BOUNDS and (value != 'none' or key in VALUES):
            result[key] = lay_bound(base.get(key), value, BOUNDS[key], basis)
        elif key == 'review' and value != 'none':
            result[key] = review_of(value, basis)
    return result


def lay_head(base, over):
    return lay_keys(base, over, None)


# ---- steps and events ---------------------------------------------------------------------

def lay_item(base, over, outer):
    basis = over.get('basis', outer)
    result = lay_keys(base, over, basis)
    result['basis'] = base['basis']
    if 'basis' in over:
        result['basis'] = basis
    if basis is None and any(k not in BOUNDS or v == 'none' for k, v in over.items()
                             if k not in WORDS):
        raise NoBasis(str(over))
    cite_again(result, base, over, basis)
    if '_bases' in base:
        result['_bases'] = dict(base['_bases'], **{k: basis for k in said(over)})
    return result


def said(step):
    """Which keys of SAID it has."""
    found = [k for k in SAID[None] if k in step]
    for place in ('media', 'objections'):
        value = step.get(place)
        if isinstance(value, dict):
            found += [k for k in SAID[place] if k in value]
        elif value and value != 'none':
            found.append('any')
    return found


def again_of(item):
    objections = item.get('objections')
    upheld = objections.get('upheld') if isinstance(objections, dict) else None
    return upheld.get('again') if isinstance(upheld, dict) else None


def cite_again(item, base, over, basis):
    """The period of a notice posted again may cite a basis too."""
    if again_of(over) not in (None, True, 'none'):
        item['objections'] = copy.deepcopy(item['objections'])
        before = again_of(base) if again_of(base) is not True else None
        item['objections']['upheld']['again'] = \
            lay_bound(before, again_of(over), 'bound', basis)


def new_item(data, outer, kind):
    item = dict(data or {})
    item.setdefault('basis', outer)
    if item['basis'] is None:
        raise NoBasis(str(item))
    for key, name in BOUNDS.items():
        if key in item:
            item[key] = cited(item[key], name, item['basis'])
    if 'review' in item:
        item['review'] = review_of(item['review'], item['basis'])
    cite_again(item, {}, item, item['basis'])
    item['_said'] = item['basis']          # what a default without a basis is cited as
    if kind == 'steps':
        item['_bases'] = {k: item['basis'] for k in said(item)}
    return item


# ---- procedures ------------------------------------------------------------------------

def lowest(file):
    """A procedure that lies over none."""
    result = copy.deepcopy(file)
    for kind in ('events', 'steps'):
        result[kind] = {name: new_item(data, file.get('basis'), kind)
                        for name, data in (file.get(kind) or {}).items()}
    return result


def lay_procedure(base, over):
    outer = over.get('basis')
    rest = {k: v for k, v in over.items() if k not in ('events', 'steps')}
    result = lay_keys(base, rest, outer)
    for kind in ('events', 'steps'):
        result[kind] = dict(base[kind])
        for name, data in (over.get(kind) or {}).items():
            if data == 'none':
                if outer is None:
                    raise NoBasis(name)
                del result[kind][name]
            elif name in base[kind]:
                result[kind][name] = lay_item(base[kind][name], data or {}, outer)
            else:
                result[kind][name] = new_item(data, outer, kind)
    return result


def push(file, defaults):
    """Defaults become what each step says."""
    file = dict(file)
    own = {k: file.pop(k, defaults.get(k)) for k in ('lasts', 'review')}
    file['steps'] = {name: push_step(step, own) for name, step in file['steps'].items()}
    file['events'] = {name: dict(event) for name, event in file['events'].items()}
    for item in list(file['steps'].values()) + list(file['events'].values()):
        item.pop('_said')
        bases = item.pop('_bases', {})
        bases = {k: v for k, v in bases.items() if k in said(item) and v != item['basis']}
        if bases:
            item['bases'] = bases
    return file


def push_step(step, own):
    step = dict(step)
    if 'lasts' not in step and own['lasts'] is not None:
        step['lasts'] = cited(own['lasts'], 'bound', step['_said'])
    if 'review' not in step and own['review'] is not None:
        step['review'] = review_of(own['review'], step['_said'])
    return step
