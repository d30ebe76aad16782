#!/usr/bin/env python3
"""Rewrite articles as "spinning" programs do, to measure how well rewrites are found (bench/rewrites.sh).

usage: rewrite_articles.py [--seed N] [--strength 0..1] IN.jsonl OUT.jsonl

Reads records with id, title and text; writes the same with id "ID-rewrite". Words give way to synonyms (a table of our own, and for
words that it lacks any other word of the input, as a wide thesaurus would), quotation marks are dropped or moved, neighbouring sentences
change places, a fifth to a third of the sentences goes, figures are written otherwise, and the headline is made anew. Names stay, as
such programs leave them. Offline only; nothing of attaché needs it.
"""
import argparse, json, random, re

GROUPS = """
said stated;told informed;announced declared;added noted;warned cautioned;claimed asserted;accused blamed;denied rejected;asked requested
big large;huge enormous;small little;important significant;major main;new fresh;old former;early initial;late recent;strong powerful
began started;ended finished;continued kept;increased rose;decreased fell;grew expanded;cut reduced;raised lifted;stopped halted
killed slain;injured wounded;attacked assaulted;arrested detained;held kept;freed released;seized captured;destroyed demolished
people persons;man male;woman female;children kids;government administration;officials authorities;leader chief;leaders chiefs
country nation;countries nations;city town;war conflict;fight battle;fighting combat;troops soldiers;army military;police officers
meeting gathering;talks discussions;deal agreement;plan scheme;plans schemes;move step;effort attempt;efforts attempts;aim goal
help assist;support back;supported backed;show reveal;showed revealed;shows reveals;give provide;gave provided;get obtain;got obtained
use employ;used employed;make create;made created;buy purchase;bought purchased;sell market;sold marketed;build construct;built constructed
think believe;thought believed;know understand;say state;says states;call phone;called named;want desire;wanted desired;need require;needed required
money cash;price cost;prices costs;company firm;companies firms;job post;jobs posts;work labour;worker employee;workers employees
problem issue;problems issues;question query;answer reply;report account;reports accounts;reported recounted;news tidings;story tale
year twelvemonth;month four-week;week seven-day;today now;soon shortly;often frequently;always constantly;never not;again anew;also too
many numerous;several various;few scant;most mostly;more further;less fewer;first initial;last final;next following;previous prior
about around;after following;before prior;during amid;because since;although though;however yet;but yet;while whereas;if should
good fine;bad poor;right correct;wrong false;hard tough;easy simple;fast quick;quickly rapidly;slow sluggish;high tall;low short
home house;house residence;street road;area region;areas regions;border frontier;place spot;world globe;part portion;side flank
court tribunal;law statute;judge magistrate;lawyer attorney;lawyers attorneys;crime offence;prison jail;jail prison;trial hearing;case matter
group band;groups bands;member participant;members participants;party faction;vote ballot;votes ballots;election poll;elections polls
president head;minister secretary;spokesman representative;spokeswoman representative;critics opponents;opponents rivals;ally partner;allies partners
danger peril;threat menace;threats menaces;fear dread;fears worries;hope wish;hopes wishes;concern worry;concerns worries;anger fury;angry furious
growth expansion;economy marketplace;trade commerce;market bourse;shares stocks;bank lender;banks lenders;tax levy;taxes levies;debt liabilities
attack strike;attacks strikes;bomb explosive;weapon arm;weapons arms;missile rocket;missiles rockets;ship vessel;ships vessels;plane aircraft
hospital clinic;doctor physician;doctors physicians;disease illness;death demise;deaths fatalities;victim casualty;victims casualties;family relatives
school academy;student pupil;students pupils;study research;expert specialist;experts specialists;data figures;result outcome;results outcomes
see view;saw viewed;seen viewed;look glance;find discover;found discovered;lose forfeit;lost forfeited;win triumph;won triumphed;beat defeated
allow permit;allowed permitted;ban prohibit;banned prohibited;force compel;forced compelled;order command;ordered commanded;try attempt;tried attempted
leave depart;left departed;return come-back;returned went-back;arrive come;arrived came;send dispatch;sent dispatched;bring carry;brought carried
agree consent;agreed consented;refuse decline;refused declined;decide resolve;decided resolved;decision ruling;choice option;choose select;chose selected
expect anticipate;expected anticipated;likely probable;possible feasible;probably presumably;clear plain;clearly plainly;true genuine;real actual
"""
SYN = {}
for line in GROUPS.split('\n'):
    for pair in line.split(';'):
        ab = pair.split()
        if len(ab) == 2:
            SYN.setdefault(ab[0], ab[1]); SYN.setdefault(ab[1], ab[0])
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")

def sentences(text): return [s for s in re.split(r'(?<=[.!?])["”]?\s+|\n+', text) if s and s.strip()]

def spin(rng, s, strength, pool):
    def word(m):
        w = m.group(); low = w.lower()
        if w[0].isupper() and m.start() > 1: return w
        if low in SYN and rng.random() < strength: new = SYN[low]
        elif len(w) > 4 and w == low and rng.random() < 0.35 * strength: new = rng.choice(pool)
        else: return w
        return new.capitalize() if w[0].isupper() else new
    s = WORD.sub(word, s)
    s = re.sub(r'(\d),(\d{3})\b', r'\1\2', s) if rng.random() < 0.5 else s
    s = re.sub(r'\bpercent\b', 'per cent', s)
    m = re.match(r'^(On \w+|In \w+|Last \w+), (\w)(.*?)([.!?]?)$', s)
    if m: s = m.group(2).upper() + m.group(3) + ' ' + m.group(1)[0].lower() + m.group(1)[1:] + m.group(4)
    return s

def garble(rng, s):
    marks = [i for i, c in enumerate(s) if c in '"“”']
    for i in reversed(marks):
        r = rng.random()
        if r < 0.35: s = s[:i] + s[i + 1:]
        elif r < 0.5: s = s[:i] + s[i] + s[i:]
        elif r < 0.65:
            j = min(len(s), i + rng.randint(3, 12)); s = s[:i] + s[i + 1:j] + s[i] + s[j:]
    return s

def rewrite(rng, r, strength, pool):
    out = sentences(r['text'])
    keep = max(3, round(len(out) * rng.uniform(0.65, 0.8)))
    drop = set(rng.sample(range(len(out)), max(0, len(out) - keep)))
    out = [s for i, s in enumerate(out) if i not in drop]
    i = 0
    while i + 1 < len(out):
        if rng.random() < 0.25 * strength: out[i], out[i + 1] = out[i + 1], out[i]; i += 1
        i += 1
    out = [garble(rng, spin(rng, s, strength, pool)) for s in out]
    paras, at = [], 0
    while at < len(out):
        n = rng.randint(1, 4); paras.append(' '.join(out[at:at + n])); at += n
    head = [w for w in WORD.findall(r.get('title') or out[0])][:12]
    rng.shuffle(head)
    return {**{k: v for k, v in r.items() if k in ('date', 'source')}, 'id': r['id'] + '-rewrite', 'title': ' '.join(head[:8]).capitalize(), 'text': '\n\n'.join(paras)}

if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--strength', type=float, default=0.8)
    ap.add_argument('files', nargs=2)
    o = ap.parse_args()
    rng = random.Random(o.seed)
    rows = [json.loads(line) for line in open(o.files[0], encoding='utf-8')]
    pool = sorted({w for r in rows for w in re.findall(r'\b[a-z]{5,}\b', r['text'])})
    with open(o.files[1], 'w', encoding='utf-8') as f:
        for r in rows: f.write(json.dumps(rewrite(rng, r, o.strength, pool), ensure_ascii=False) + '\n')
