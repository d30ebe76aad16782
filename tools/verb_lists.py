#!/usr/bin/env python3
"""Makes data/text/irregular.txt (forms of verbs that no rule of spelling gives) and data/text/phrasal.txt (verbs of two words). Offline work,
needed by no build, run or test.

usage: tools/verb_lists.py WORDNET     run in the repository root
  WORDNET  /usr/share/wordnet of the Debian package wordnet-base (WordNet licence)
"""
import re, sys

HEAD = """# Forms of verbs that no rule of spelling gives, with the verb. Provenance: the verb exceptions of WordNet 3.0 (Princeton University, WordNet licence; Debian package wordnet-base), those that doubling, a silent e or y do not explain; made by tools/verb_lists.py.
# form | verb
"""
PHRASAL_HEAD = """# Verbs with a particle, and whether they take an object ("hand over power"). Provenance: verbs and sentence frames of WordNet 3.0 (Princeton University, WordNet licence; Debian package wordnet-base); made by tools/verb_lists.py.
# verb | yes or no
"""
PARTICLES = {'over', 'off', 'up', 'down', 'out', 'in', 'away', 'back', 'aside'}
WITH_OBJECT = {8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31, 33}  # of WordNet's sentence frames
verbs = {l.strip() for l in open('data/text/verbs.txt') if not l.startswith('#')}


def regular(form, verb):
    for end in ('ing', 'ed', 'es', 's'):
        stem = form[:-len(end)]
        if form.endswith(end) and verb in (stem, stem + 'e', stem[:-1] if stem[-1:] == stem[-2:-1] else stem,
                                           stem[:-1] + 'y' if stem.endswith('i') else stem):
            return True
    return False


rows = {}
for line in open(sys.argv[1].rstrip('/') + '/verb.exc'):
    form, verb = line.split()[:2]
    if form != verb and verb in verbs and form.isalpha() and not regular(form, verb):
        rows.setdefault(form, verb)
with open('data/text/irregular.txt', 'w') as out:
    out.write(HEAD + ''.join('%s | %s\n' % r for r in sorted(rows.items())))
print(len(rows), 'forms')

phrasal = {}
for line in open(sys.argv[1].rstrip('/') + '/data.verb', errors='replace'):
    if line.startswith(' '):
        continue
    f = line.split('|')[0].split()
    n = int(f[3], 16)
    at = 4 + 2 * n
    at += 1 + 4 * int(f[at])
    frames = [(int(f[at + 2 + 3 * k]), int(f[at + 3 + 3 * k], 16)) for k in range(int(f[at]))]
    for j in range(n):
        m = re.match('([a-z]+)_([a-z]+)$', f[4 + 2 * j])
        if m and m.group(2) in PARTICLES:
            key = ' '.join(m.groups())
            phrasal[key] = phrasal.get(key, False) or any(x in WITH_OBJECT and w in (0, j + 1) for x, w in frames)
with open('data/text/phrasal.txt', 'w') as out:
    out.write(PHRASAL_HEAD + ''.join('%s | %s\n' % (k, 'yes' if v else 'no') for k, v in sorted(phrasal.items())))
print(len(phrasal), 'verbs of two words')
