#!/usr/bin/env python3
"""Fits data/events/confidence.txt: the weights of src/event/confidence.c.

usage: fit_confidence.py SCORE_RECORDS.py GOLD_FOLDER SYSTEM.jsonl > confidence.txt

SCORE_RECORDS.py is the scorer whose matching says which events are right (type, and a code in common on each side); SYSTEM.jsonl what
`attache code` wrote for the gold's articles. Logistic regression with L2, full gradient, fixed number of steps: the same input gives
the same weights. On standard error: the precision above each threshold with each article left out in turn.
"""
import importlib.util, json, math, sys

PRONOUNS = set('i he she it they we his her hers its their theirs our my me him them us himself herself itself themselves who which that'.split())
L2, STEPS, RATE = 2.0, 500, 0.05

def scorer(path):
    spec = importlib.util.spec_from_file_location('scorer', path)
    module = importlib.util.module_from_spec(spec)
    argv, sys.argv = sys.argv, [path]
    spec.loader.exec_module(module)
    sys.argv = argv
    return module

def gap(a, b):
    return b[0] - a[1] if a[1] <= b[0] else a[0] - b[1] if b[1] <= a[0] else 0

def features(s):
    actors, recipients, trigger, words = s['actors'], s['recipients'], s['trigger']['span'], s['frame'].split(' ')
    x = {'bias': 1, 'verb': words[0].endswith('/v') or words[0] == 'must', 'conditions': len(words) > 1, 'future': s['type_rule'] != 'FRAME',
         'recipient': bool(recipients), 'both': bool(actors and recipients),
         'weak-type': s['event_type'] in ('ACCUSE', 'CONCEDE', 'RETREAT', 'PROTEST'), 'status-real': s['status'] == 'occurred',
         'status-planned': s['status'] == 'planned', 'status-unreal': s['status'] not in ('occurred', 'planned')}
    learned = s.get('learned')
    if learned: x['learned'] = learned['type'] > 0.7
    if actors:
        a = actors[0]['span']
        x.update({'actor': 1, 'before': a[1] <= trigger[0], 'near': gap(a, trigger) < 40, 'many': len(actors) > 1,
                  'inside': s['sentence'][0] <= a[0] < s['sentence'][1], 'pronoun': actors[0]['text'].lower() in PRONOUNS})
    if recipients: x['recipient-near'] = gap(recipients[0]['span'], trigger) < 30
    return {k: float(v) for k, v in x.items() if v}

def probability(w, x): return 1 / (1 + math.exp(-sum(w[k] for k in x)))

def fit(rows, names):
    w = dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        g = dict.fromkeys(names, 0.0)
        for _, x, right in rows:
            e = probability(w, x) - right
            for k in x: g[k] += e
        for k in names: w[k] -= RATE * (g[k] + (L2 * w[k] if k != 'bias' else 0)) / math.sqrt(len(rows))
    return w

def main():
    sr = scorer(sys.argv[1])
    gold, system, rows = sr.load_all(sr.gold_files([sys.argv[2]]), once=True), sr.load(sys.argv[3]), []
    for doc in sorted(gold):
        G, S = gold[doc].get('event', []), system.get(doc, {}).get('event', [])
        hit, free = sr.assign(G, S, lambda g, s: sr.event_ok(g, s, 'event.dyad'), sr.event_here)
        rows += [(doc, features(s), j in hit.values()) for j, s in enumerate(S) if j not in free.values()]
    names = sorted({k for _, x, _ in rows for k in x})
    left_out = []
    for doc in sorted(gold):
        w = fit([r for r in rows if r[0] != doc], names)
        left_out += [(probability(w, x), right) for d, x, right in rows if d == doc]
    for limit in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85):
        above = [right for p, right in left_out if p >= limit]
        print(f'>= {limit}: {sum(above)} of {len(above)} right = {sum(above) / max(1, len(above)):.3f}', file=sys.stderr)
    print('# Weights of the logistic regression behind the confidence of an event (src/event/confidence.c). Provenance: fitted for attaché on annotated news articles by train/fit_confidence.py.')
    print('# feature | weight')
    for k, v in sorted(fit(rows, names).items()): print(f'{k} | {v:.3f}')

if __name__ == '__main__': main()
