// article.jsx: an article with everything that was read in it: pointing at a record lights up its words, and the other way round.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { QUAD_CLASS, articleName, articleQuestion, articlesQuestion, byteMap, count, day, href, number, plural, typeName, useData, who, whoAll, withParams } from './lib.js';
import { Download, Failure, Heading, Lacking, Parties, Skeleton, Status, statusOf, Swatch } from './parts.jsx';

const KINDS = [['trigger', 'Events'], ['actor', 'Actors'], ['quote', 'Statements'], ['date', 'Dates'], ['place', 'Places'], ['figure', 'Figures']];

// All spans of all records: {beg, end, kind, key}; key names the record.
function spansOf(data) {
  const out = [];
  const add = (span, kind, key) => span && out.push({ beg: span[0], end: span[1], kind, key });
  const actors = (list, key) => list?.forEach((a) => add(a?.span, 'actor', key));
  data.events.forEach(({ row, record: r }) => {
    const key = 'e' + row;
    add(r.trigger?.span, 'trigger', key);
    actors([...r.actors, ...r.recipients, ...r.said_by], key);
    add(r.date?.span, 'date', key);
    add(r.place?.span, 'place', key);
  });
  data.statements.forEach(({ row, record: r }) => {
    const key = 's' + row;
    if (r.content?.parts?.length) r.content.parts.forEach((p) => add(p.span, 'quote', key));
    else add(r.content?.span, 'quote', key);
    actors([r.speaker, r.addressee], key);
    add(r.cue?.span, 'cue', key);
  });
  data.figures.forEach(({ row, record: r }) => {
    add(r.span, 'figure', 'f' + row);
    add(r.as_of?.span, 'date', 'f' + row);
  });
  data.positions.forEach(({ row, record: r }) => {
    add(r.content?.span, 'stand', 'p' + row);
    actors([r.holder, r.toward], 'p' + row);
  });
  data.claims.forEach(({ row, record: r }) => {
    add(r.content?.span, 'stand', 'c' + row);
    actors([r.by], 'c' + row);
  });
  return out;
}

// Where paragraphs end: at line ends, but not where a text was wrapped at some width: there the lines of a block are as long as they can be.
function blocksOf(text) {
  const out = [];
  for (const m of text.matchAll(/[^\n]+(\n[^\n]+)*/g)) {
    const lines = m[0].split('\n');
    const most = Math.max(...lines.map((l) => l.length));
    const wrapped = lines.length > 1 && most < 100 && most > 40 && lines.slice(0, -1).every((l) => l.length > most * 0.6);
    let at = m.index;
    if (wrapped) out.push([at, at + m[0].length]);
    else for (const l of lines) { if (l.trim()) out.push([at, at + l.length]); at += l.length + 1; }
  }
  return out;
}

// Spans overlap; the text is cut wherever one begins or ends. [{text, kinds, keys}] for each paragraph.
function paragraphsOf(text, spans) {
  const map = byteMap(text);
  const marks = spans.map((s) => ({ ...s, beg: map(s.beg), end: map(s.end) }));
  const out = [];
  for (const [beg, end] of blocksOf(text)) {
    const inside = marks.filter((m) => m.beg < end && m.end > beg);
    const cuts = [...new Set([beg, end, ...inside.flatMap((m) => [Math.max(beg, m.beg), Math.min(end, m.end)])])].sort((a, b) => a - b);
    out.push(cuts.slice(1).map((to, i) => {
      const on = inside.filter((m) => m.beg <= cuts[i] && m.end >= to);
      return { text: text.slice(cuts[i], to).replaceAll('\n', ' '), kinds: [...new Set(on.map((m) => m.kind))], keys: [...new Set(on.map((m) => m.key))], starts: on.filter((m) => m.kind === 'trigger' && m.beg === cuts[i]).map((m) => m.key) };
    }));
  }
  return out;
}

function Text({ paragraphs, title, shown, lit, setLit, onPick }) {
  return (
    <div class="text">
      {paragraphs.map((p, i) => (
        <p key={i} class={i === 0 && title && p.map((s) => s.text).join('').trim().endsWith(title) ? 'title' : undefined}>
          {p.map((s, k) => {
            const kinds = s.kinds.filter((x) => shown.has(x) || x === 'cue' || x === 'stand');
            const on = lit && s.keys.includes(lit);
            if (!kinds.length && !on) return s.text;
            return (
              <span key={k} class={`${kinds.map((x) => 'm-' + x).join(' ')} ${on ? 'lit' : ''}`} data-keys={s.keys.join(' ')}
                onPointerEnter={() => s.keys.length && setLit(s.keys.find((x) => s.starts.includes(x)) ?? s.keys[0])} onPointerLeave={() => setLit(null)} onClick={() => s.keys.length && onPick(s.keys.find((x) => s.starts.includes(x)) ?? s.keys[0])}>{s.text}</span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

const BOUND = { 'at least': '≥ ', 'at most': '≤ ', about: '≈ ' };
export const amount = (r) => `${BOUND[r.bound] ?? ''}${r.low === null ? number(r.high) : r.high === null || r.low === r.high ? number(r.low) : `${number(r.low)}–${number(r.high)}`}`;

// One stop of the Tab key for all records; arrows go from one to the next, and Tab to the links in it.
function Records({ data, lit, setLit, picked }) {
  const box = useRef(null);
  const [active, setActive] = useState(null);
  const first = ['events', 'statements', 'figures', 'positions', 'claims'].flatMap((kind) => data[kind].slice(0, 1).map((r) => kind[0] + r.row))[0];
  const tab = (key) => (key === (active ?? first) ? 0 : -1);
  const keys = (e) => {
    const all = [...box.current.querySelectorAll('.rec')], at = all.indexOf(e.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (at < 0 || to === undefined) return;
    e.preventDefault();
    all[to]?.focus();
  };
  useEffect(() => { if (picked) box.current?.querySelector(`[data-key="${picked}"]`)?.scrollIntoView({ block: 'nearest' }); }, [picked]);
  const item = (key, body, extra = '') => (
    <li key={key} data-key={key} class={`rec ${lit === key ? 'lit' : ''} ${extra}`} tabIndex={tab(key)} onPointerEnter={() => setLit(key)} onPointerLeave={() => setLit(null)} onFocus={() => { setLit(key); setActive(key); }} onBlur={() => setLit(null)}>{body}</li>
  );
  const group = (title, rows, body) => rows.length > 0 && (
    <details open><summary><h2>{title} <span class="dim">{count(rows.length)}</span></h2></summary><ul>{rows.map(body)}</ul></details>
  );
  return (
    <aside class="records" ref={box} aria-label="Records of this article; arrow keys go from one to the next" onKeyDown={keys}>
      {group('Events', data.events, ({ row, record: r }) => item('e' + row, <>
        <p class="top"><Swatch quad={r.quad} /><strong>{typeName(r.event_type)}</strong> {r.mode && <span class="dim">{r.mode}</span>} <Status value={statusOf(r)} /></p>
        <p><Parties list={r.actors} tab={tab('e' + row)} /> <span class="dim">→</span> <Parties list={r.recipients} tab={tab('e' + row)} /></p>
        <p class="dim">{[day(r.date?.value), r.place?.name, r.said_by.length > 0 && `said by ${whoAll(r.said_by)}`].filter(Boolean).join(' · ')}</p>
      </>, QUAD_CLASS[r.quad]))}
      {group('Statements', data.statements, ({ row, record: r }) => item('s' + row, <>
        <p class="top"><strong>{r.speaker ? who(r.speaker) : 'Somebody'}</strong> <span class="dim">{r.manner}{r.addressee ? ` · to ${who(r.addressee)}` : ''}</span></p>
        <p><q>{r.content?.text}</q></p>
      </>))}
      {group('Figures', data.figures, ({ row, record: r }) => item('f' + row, <>
        <p class="top"><strong>{amount(r)}</strong> {r.unit} {r.of && <span class="dim">of {who(r.of)}</span>}</p>
        <p class="dim">{[day(r.as_of?.value), r.place?.name, r.said_by?.length > 0 && `said by ${whoAll(r.said_by)}`].filter(Boolean).join(' · ')}</p>
      </>))}
      {group('Positions', data.positions, ({ row, record: r }) => item('p' + row, <>
        <p class="top"><strong>{r.holder ? who(r.holder) : 'Somebody'}</strong> {r.stance} {r.issue && <em>{r.issue}</em>}</p>
        {r.content && <p><q>{r.content.text}</q></p>}
      </>))}
      {group('Claims', data.claims, ({ row, record: r }) => item('c' + row, <>
        <p class="top"><strong>{r.by ? who(r.by) : 'Somebody'}</strong> claims</p>
        <p><q>{r.content?.text}</q></p>
        {r.responses?.map((a, i) => <p key={i} class="dim">{a.by ? who(a.by) : 'Somebody'} {a.stance}{a.content?.text ? `: “${a.content.text}”` : ''}</p>)}
      </>))}
    </aside>
  );
}

function One({ route, epoch }) {
  const { data, error } = useData(articleQuestion(route.id), epoch);
  const wanted = route.params.get('event');
  const [shown, setShown] = useState(() => new Set(KINDS.map(([k]) => k)));
  const [lit, setLit] = useState(null);
  const [picked, setPicked] = useState(null);
  const box = useRef(null);
  const paragraphs = useMemo(() => (data ? paragraphsOf(data.text, spansOf(data)) : []), [data]);
  useEffect(() => {
    if (!data || !wanted) return;
    setPicked('e' + wanted);
    setLit('e' + wanted);
    requestAnimationFrame(() => box.current?.querySelector(`.text [data-keys~="e${wanted}"]`)?.scrollIntoView({ block: 'center' }));
  }, [data, wanted]);
  if (error) return <Lacking error={error} view="article" all="All articles" />;
  if (!data) return <Skeleton lines={12} />;
  const toggle = (k) => setShown((s) => { const n = new Set(s); if (!n.delete(k)) n.add(k); return n; });
  const table = () => [['record', 'who', 'to_whom', 'what', 'status', 'date', 'text'], [
    ...data.events.map(({ record: r }) => ['event', whoAll(r.actors), whoAll(r.recipients), r.event_type, statusOf(r), r.date?.value, r.sentence_text]),
    ...data.statements.map(({ record: r }) => ['statement', r.speaker && who(r.speaker), r.addressee && who(r.addressee), r.manner, '', r.date?.value, r.content?.text]),
    ...data.figures.map(({ record: r }) => ['figure', r.of && who(r.of), '', `${r.low ?? ''}-${r.high ?? ''} ${r.unit ?? ''}`, r.bound, r.as_of?.value, r.text]),
    ...data.positions.map(({ record: r }) => ['position', r.holder && who(r.holder), r.toward && who(r.toward), `${r.stance}: ${r.issue ?? ''}`, '', r.date?.value, r.content?.text]),
    ...data.claims.map(({ record: r }) => ['claim', r.by && who(r.by), '', 'claims', '', '', r.content?.text])]];
  const about = [data.outlet, data.author, data.published && day(data.published), plural(data.sentences, 'sentence')].filter(Boolean).join(' · ');
  return (
    <div ref={box}>
      <Heading title={articleName(data)} sub={about}>
        {data.story && <a class="button" href={href('stories', null, data.story)}>Its story</a>}
        <a class="button" href={href('events', withParams(null, { doc: data.document, copies: '1' }))}>{plural(data.events.length, 'event')}</a>
        <Download name="article" table={table} />
      </Heading>
      {data.copy_of && <p class="note">A {data.copy_kind ?? 'near'} copy ({number((data.likeness ?? 0) * 100)} % alike) of <a href={href('article', null, data.copy_of)}>{data.copy_of_doc}</a>. Its events are not counted, unless copies are.</p>}
      {data.newest === 0 && <p class="note">An older version of this article. {data.versions.length > 0 && <a href={href('article', null, data.versions.at(-1).document)}>The newest</a>}</p>}
      {data.newest === 1 && data.versions.length > 1 && <p class="note">Version {data.version}; earlier: {data.versions.slice(0, -1).map((v) => <a key={v.document} href={href('article', null, v.document)}> {v.version}</a>)}</p>}
      <fieldset class="marks-choice"><legend class="hidden">Marks in the text</legend>{KINDS.map(([k, label]) => <label key={k} class={shown.has(k) ? 'on' : ''}><input type="checkbox" checked={shown.has(k)} onChange={() => toggle(k)} /><i class={`m-${k}`}>{label}</i></label>)}</fieldset>
      <div class="reader">
        <article lang={data.language ?? undefined}><Text paragraphs={paragraphs} title={data.title?.trim()} shown={shown} lit={lit} setLit={setLit} onPick={setPicked} /></article>
        <Records data={data} lit={lit} setLit={setLit} picked={picked} />
      </div>
    </div>
  );
}

function List({ route, epoch }) {
  const page = Number(route.params.get('page') ?? 0);
  const { data, error } = useData(articlesQuestion(route.params), epoch);
  if (error) return <Failure error={error} />;
  return (
    <>
      <Heading title="Articles" sub={data && `${plural(data.total, 'article')}, the newest first`}>
        {data && <Download name="articles" table={() => [['document', 'doc', 'published', 'outlet', 'title', 'copy', 'sentences', 'events'], data.rows.map((r) => [r.document, r.doc, r.published, r.outlet, r.title, r.copy, r.sentences, r.events])]} />}
      </Heading>
      {!data && <Skeleton lines={10} />}
      {data && <ul class="articles">{data.rows.map((r) => (
        <li key={r.document}><a href={href('article', null, r.document)}><strong>{articleName(r)}</strong><span class="dim">{[r.outlet, day(r.published), plural(r.events, 'event'), r.copy ? 'copy' : ''].filter(Boolean).join(' · ')}</span></a></li>
      ))}</ul>}
      {data && data.total > 100 && <p class="pager">{page > 0 && <a class="button" href={href('article', withParams(null, { page: page - 1 }))}>Newer</a>}<span class="dim">{count(page * 100 + 1)}–{count(Math.min(data.total, page * 100 + 100))} of {count(data.total)}</span>{(page + 1) * 100 < data.total && <a class="button" href={href('article', withParams(null, { page: page + 1 }))}>Older</a>}</p>}
    </>
  );
}

export function Article(props) {
  return props.route.id ? <One key={props.route.id} {...props} /> : <List {...props} />;
}
