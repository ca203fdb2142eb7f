#!/usr/bin/python3
"""`rules show` of random packs of the whole rule language, held against what it was made from.

    shown.py --program PROGRAM [--rounds N] [--seed TEXT]

What is shown in either language loads again and is shown alike, byte for byte, in both; and the
second judge, which reads the files by itself, reads the same rules in what is shown in English.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile

import random_whole
import rules

LANGS = ['en', 'zh']


class Wrong(Exception):
    pass


def run(program, folder, lang, *words):
    done = subprocess.run([program, '--lang', lang, '--rules', folder, 'rules', *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8',
                          check=False)
    if done.returncode != 0:
        raise Wrong('%s: exit %d\n%s' % (' '.join(words), done.returncode, done.stderr))
    return done.stdout


def write(folder, text):
    """Each document of `rules show` in a file: a pack, its procedures, the next pack."""
    pack = count = 0
    for document in text.split('---\n'):
        if document.startswith(('pack:', '规则包:')):
            pack += 1
            os.makedirs('%s/%d' % (folder, pack))
            name = 'pack'
        else:
            count += 1
            name = 'p%03d' % count
        with open('%s/%d/%s.yaml' % (folder, pack, name), 'w', encoding='utf-8') as file:
            file.write(document)


def plain(value):
    """What a rule of the second judge says, as values that compare."""
    if isinstance(value, dict):
        return {str(k): sorted(v) if k == 'levels' else plain(v) for k, v in value.items()
                if k != 'shared'}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (str, int, type(None))):
        return value
    if isinstance(value, set):
        return sorted(value)
    return plain(vars(value))


def check(program, work, rng, late):
    random_whole.write_packs(rng, work + '/as-written', late)
    run(program, work + '/as-written', 'en', 'check')
    first = {lang: run(program, work + '/as-written', lang, 'show') for lang in LANGS}
    read = plain(rules.load_rules(work + '/as-written'))
    for lang in LANGS:
        write(work + '/' + lang, first[lang])
        for other in LANGS:
            again = run(program, work + '/' + lang, other, 'show')
            if again != first[other]:
                raise Wrong('shown in %s and loaded, it is shown otherwise in %s\n%s' %
                            (lang, other, difference(first[other], again)))
    shown = plain(rules.load_rules(work + '/en'))
    if shown != read:
        raise Wrong('the second judge reads other rules in what is shown\n%s' %
                    difference(lines(read), lines(shown)))


def lines(value, path=''):
    if isinstance(value, dict):
        return ''.join(lines(v, path + '.' + k) for k, v in sorted(value.items()))
    if isinstance(value, list):
        return ''.join(lines(v, '%s[%d]' % (path, i)) for i, v in enumerate(value))
    return '%s = %r\n' % (path, value)


def difference(a, b):
    pairs = [(x, y) for x, y in zip(a.splitlines(), b.splitlines()) if x != y]
    return ''.join('- %s\n+ %s\n' % pair for pair in pairs[:5])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('--seed', default='shown')
    args = parser.parse_args()
    failed = 0
    for i in range(args.rounds):
        work = tempfile.mkdtemp()
        try:
            check(args.program, work, random.Random('%s %d' % (args.seed, i)), i % 2 == 0)
        except Wrong as wrong:
            failed += 1
            print('seed %s round %d: %s' % (args.seed, i, wrong))
        finally:
            shutil.rmtree(work)
        if failed > 3:
            break
    print('%d passed, %d failed' % (args.rounds - failed, failed))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
