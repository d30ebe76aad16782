#!/usr/bin/env python3
"""Makes data/text/irregular.txt: the forms of verbs that no rule of spelling gives. Offline work, needed by no build, run or test.

usage: tools/irregular_verbs.py WORDNET     run in the repository root
  WORDNET  /usr/share/wordnet of the Debian package wordnet-base (WordNet licence)
"""
import sys

HEAD = """# Forms of verbs that no rule of spelling gives, with the verb. Provenance: the verb exceptions of WordNet 3.0 (Princeton University, WordNet licence; Debian package wordnet-base), those that doubling, a silent e or y do not explain; made by tools/irregular_verbs.py.
# form | verb
"""
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
