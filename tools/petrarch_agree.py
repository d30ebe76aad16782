#!/usr/bin/env python3
"""Runs the unit tests of PETRARCH through attaché with PETRARCH's own actor and agent dictionaries and prints how many agree, and
why the others do not, by class. Offline work: needed by no build, run or test.

usage: tools/petrarch_agree.py ATTACHE FOLDER [--list CLASS]
  FOLDER  with unit-test.jsonl, PETR.Validate.actors.txt, PETR.Validate.agents.txt

An expected event agrees when an event of attaché in that text has its source, its target (first three letters, the country or
body) and its CAMEO root (first two digits); "exact" when the whole CAMEO code is the same.
"""
import collections, json, os, subprocess, sys, tempfile

def run(attache, folder, rows):
    """{row number: [event]}; the rows of one date are one call"""
    out, by_date = collections.defaultdict(list), collections.defaultdict(list)
    lex = [x for f in ('actors', 'agents') for x in ('--lexicon', f'{folder}/PETR.Validate.{f}.txt')]
    with tempfile.TemporaryDirectory() as tmp:
        for i, r in enumerate(rows):
            d = r.get('date') or ''
            day = f'{d[:4]}-{d[4:6]}-{d[6:8]}' if len(d) == 8 and d.isdigit() else '1995-01-01'
            with open(f'{tmp}/{i}.txt', 'w', encoding='utf-8') as f: f.write(r['text'] + '\n')
            by_date[day].append(i)
        for day, ids in by_date.items():
            p = subprocess.run([attache, 'code', '--format', 'jsonl', '--only', 'event,mention', '--date', day, *lex, *[f'{tmp}/{i}.txt' for i in ids]],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            for line in p.stdout.splitlines():
                e = json.loads(line)
                out[int(os.path.basename(e['doc']).split('.')[0])].append(e)
    return out

def three(code): return (code or '').replace('IGO:', 'IGO')[:3]
def side(e, key): return {three(a.get('code')) for a in e.get(key) or []} - {''}

def verdict(want, found):
    """agrees, exact, or why not"""
    events = [e for e in found if e['type'] == 'event']
    codes = {three(m.get('code')) for m in found if m['type'] == 'mention'}
    src, dst, root = three(want['source']), three(want['target']), want['code'][:2]
    if src in ('---', '') or dst in ('---', ''): return 'half an event (no actor on one side): attaché keeps it with the side empty, and has other sides'
    for e in events:
        a, b = side(e, 'actors'), side(e, 'recipients')
        both = (src in a and dst in b) or (e['event_type'] in ('CONSULT', 'AGREE', 'COOPERATE') and {src, dst} <= a | b)
        if both and (e.get('cameo') or '')[:2] == root: return 'exact' if e['cameo'] == want['code'] else 'agrees'
    for e in events:
        if src in side(e, 'actors') | side(e, 'recipients') and dst in side(e, 'actors') | side(e, 'recipients'):
            return 'both sides found, another type of event'
    if src not in codes or dst not in codes: return 'a name of the dictionary was not found as an actor (stems, agents without a country, compounds)'
    if not events: return 'no event found: a verb pattern of the test dictionary, or an event that attaché does not code (plain saying, 01)'
    return 'an event found, but not between these two'

def main():
    attache, folder = sys.argv[1:3]
    show = sys.argv[4] if len(sys.argv) > 4 else None
    rows = [json.loads(l) for l in open(f'{folder}/unit-test.jsonl', encoding='utf-8')]
    found = run(attache, folder, rows)
    n, sides = collections.Counter(), collections.Counter()
    for i, r in enumerate(rows):
        if r.get('error'): n['records that expect an error of PETRARCH (date, parse): not applicable'] += 1; continue
        if not r.get('events'):
            n['no event expected, none between two actors found' if not any(side(e, 'actors') and side(e, 'recipients') for e in found[i] if e['type'] == 'event')
              else 'no event expected, but attaché finds one'] += 1
            continue
        for w in r['events']:
            codes = {three(m.get('code')) for m in found[i] if m['type'] == 'mention'}
            for s in (w['source'], w['target']):
                if s[:3] in ('---', '###', '') or ' ' in s: continue
                sides['all'] += 1
                sides['found'] += three(s) in codes
            v = verdict(w, found[i])
            n['event ' + v] += 1
            if show and show in v: print(r['id'], w, r['text'][:150], [(e['event_type'], e['cameo'], side(e, 'actors'), side(e, 'recipients')) for e in found[i] if e['type'] == 'event'])
    total = sum(c for k, c in n.items() if k.startswith('event '))
    good = n['event exact'] + n['event agrees']
    none = n['no event expected, none between two actors found']
    print(f'expected events {total}: agree {good} ({good / total:.1%}), of them with the same CAMEO code {n["event exact"]}; texts without event: {none} agree')
    print(f'sides of expected events {sides["all"]}: {sides["found"]} ({sides["found"] / sides["all"]:.1%}) are a mention with that country or body')
    for k, c in n.most_common(): print(f'{c:5d}  {k}')

if __name__ == '__main__': main()
