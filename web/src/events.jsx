// events.jsx: all events that meet the conditions. Only the rows in sight are drawn and fetched, so a million is as quick as a hundred.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { WithFacets } from './facets.jsx';
import { QUAD_CLASS, ROWS, answerTo, articleName, count, day, eventsQuestion, go, href, known, number, onlyFilters, plural, typeName, useData, useMedia, whoAll, withParams } from './lib.js';
import { Download, Failure, Heading, NoHits, Parties, Segmented, Sentence, Skeleton, Status, statusOf, Swatch } from './parts.jsx';

const MOST = 400000; // browsers end a scrolled area at some 30 million pixels

// Rows by number, fetched a page at a time.
function usePages(params, epoch) {
  const key = eventsQuestion(params, 0) + epoch;
  const [state, set] = useState(() => {
    const d = known(eventsQuestion(params, 0));
    return { pages: new Map(d && [[0, d.rows]]), total: d ? d.total : null, error: null, key: d ? key : '' };
  });
  const asking = useRef(null); // the pages asked for with this key, and what stops their answers: an older answer may come after a newer one
  const load = (page) => {
    const { pending, stop } = asking.current;
    if (pending.has(page)) return;
    pending.add(page);
    answerTo(eventsQuestion(params, page), stop.signal).then(
      (d) => { if (!stop.signal.aborted) set((s) => ({ pages: new Map(s.key === key ? s.pages : []).set(page, d.rows), total: d.total, error: null, key })); },
      (error) => { if (!stop.signal.aborted) set((s) => (s.key === key ? { ...s, error } : { pages: new Map(), total: null, error, key })); });
  };
  useLayoutEffect(() => {
    const stop = new AbortController();
    asking.current = { pending: new Set(state.key === key ? state.pages.keys() : []), stop };
    load(0);
    return () => stop.abort();
  }, [key]);
  return { ...state, fresh: state.key === key, load, row: (i) => state.pages.get(Math.floor(i / ROWS))?.[i % ROWS] };
}

function Fact({ name, children }) {
  return children ? <div><dt>{name}</dt><dd>{children}</dd></div> : null;
}

const MAGNITUDES = ['killed', 'injured', 'detained', 'participants', 'displaced'];

function Tellings({ row }) {
  const { data } = useData('tellings?row=' + row);
  const others = data?.rows.filter((r) => r.row !== row) ?? [];
  if (!others.length) return null;
  return (
    <div class="tellings"><h3>Also told by</h3>
      <ul>{others.map((r) => <li key={r.row}><a href={href('article', new URLSearchParams({ event: r.row }), r.document)}>{r.outlet || articleName(r)}</a> <span class="dim">{day(r.published)}{r.copy_kind ? ` · ${r.copy_kind} copy` : ''}</span> <q>{r.sentence}</q></li>)}</ul>
    </div>
  );
}

export function Evidence({ e, link = true }) {
  const r = e.record;
  return (
    <div class="evidence">
      <blockquote><Sentence record={r} /></blockquote>
      <dl>
        <Fact name="Actor"><Parties list={r.actors} /></Fact>
        <Fact name="Recipient">{r.recipients.length > 0 && <Parties list={r.recipients} />}</Fact>
        <Fact name="Said by">{r.said_by.length > 0 && <Parties list={r.said_by} />}</Fact>
        <Fact name="Type">{[typeName(r.event_type), r.mode].filter(Boolean).join(', ')} <span class="dim">CAMEO {r.cameo}</span></Fact>
        <Fact name="Contexts">{r.contexts.join(', ')}</Fact>
        <Fact name="Status"><Status value={statusOf(r)} /></Fact>
        <Fact name="Date">{r.date && <>{day(r.date.value)} {r.date.text && <span class="dim">“{r.date.text}”</span>}</>}</Fact>
        <Fact name="Place">{r.place && <>{r.place.name}{r.place.country && <span class="dim"> {r.place.country}</span>}</>}</Fact>
        {MAGNITUDES.map((m) => r.magnitude?.[m] && <Fact key={m} name={m}>{[...new Set(r.magnitude[m].filter((v) => v !== null))].map(number).join('–')}</Fact>)}
        <Fact name="Scores">PLOVER {number(r.score)} · Goldstein {number(r.goldstein)}</Fact>
        <Fact name="Confidence">{number(r.confidence * 100)} %</Fact>
        <Fact name="Rule"><code>{r.frame}</code></Fact>
      </dl>
      {link && <p><a class="button" href={href('article', new URLSearchParams({ event: e.row }), e.document)}>Read it in the article</a> <span class="dim">{articleName(e)}{e.outlet ? ` · ${e.outlet}` : ''}{e.published ? ` · ${day(e.published)}` : ''}{e.copy ? ' · a copy' : ''}</span></p>}
      <Tellings row={e.row} />
    </div>
  );
}

function Row({ e, i, narrow, open, focused, onToggle, onSize }) {
  const ref = useRef(null);
  useLayoutEffect(() => {
    if (!open || !ref.current) return undefined;
    const watch = new ResizeObserver(() => onSize(i, ref.current?.offsetHeight ?? 0));
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, [open, i]);
  if (!e) return <div class="row waiting" role="row" aria-rowindex={i + 2}><span role="gridcell"><i /></span></div>;
  const r = e.record;
  const deal = <><Parties list={r.actors} link={false} /> <span class="arrow" aria-label="to">→</span> <Parties list={r.recipients} link={false} /></>;
  const date = day(r.date?.value) || <span class="dim">no date</span>;
  return (
    <>
      <div class={`row ${open ? 'open' : ''} ${QUAD_CLASS[r.quad] ?? ''}`} role="row" aria-rowindex={i + 2} aria-expanded={open} tabIndex={focused ? 0 : -1} data-i={i} onClick={() => onToggle(i)}>
        <span role="gridcell" class="date">{date}</span>
        <span role="gridcell" class="type"><Swatch quad={r.quad} />{typeName(r.event_type)}</span>
        <span role="gridcell" class="deal"><span class="who">{deal}</span><span class="sentence">{r.sentence_text}</span></span>
        <span role="gridcell" class="stat"><Status value={statusOf(r)} /></span>
        <span role="gridcell" class="place">{r.place?.name ?? ''}</span>
        <span role="gridcell" class="src">{e.outlet || articleName(e)}</span>
      </div>
      {open && <div class="detail" role="row" ref={ref}><div role="gridcell"><Evidence e={e} /></div></div>}
    </>
  );
}

function Grid({ pages, narrow }) {
  const H = narrow ? 96 : 58;
  const ref = useRef(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [open, setOpen] = useState(new Map()); // number of the row -> height of its evidence
  const [focus, setFocus] = useState(0);
  const total = Math.min(pages.total ?? 0, MOST);
  useEffect(() => { ref.current?.scrollTo(0, 0); setOpen(new Map()); setFocus(0); }, [pages.key]);
  useEffect(() => {
    const el = ref.current;
    let frame = 0;
    const look = () => { frame = 0; setView({ top: el.scrollTop, height: el.clientHeight }); };
    const soon = () => { frame ||= requestAnimationFrame(look); };
    const watch = new ResizeObserver(soon);
    watch.observe(el);
    el.addEventListener('scroll', soon, { passive: true });
    return () => { watch.disconnect(); el.removeEventListener('scroll', soon); cancelAnimationFrame(frame); };
  }, []);
  const opened = [...open].sort((a, b) => a[0] - b[0]);
  const topOf = (i) => i * H + opened.reduce((s, [k, h]) => s + (k < i ? h : 0), 0);
  const at = (y) => {
    let i = Math.floor(y / H);
    for (const [k, h] of opened) if (k < i) i = Math.max(k, Math.floor((y - h) / H));
    return i;
  };
  const first = Math.max(0, Math.min(at(view.top), Math.floor(view.top / H)) - 6 - opened.length);
  const last = Math.min(total, Math.ceil((view.top + view.height) / H) + 6);
  useEffect(() => {
    for (let p = Math.floor(first / ROWS); p <= Math.floor(Math.max(first, last - 1) / ROWS); p++) if (!pages.pages.has(p)) pages.load(p);
  }, [first, last, pages.key]);
  const toggle = (i) => {
    setFocus(i);
    setOpen((o) => { const n = new Map(o); if (!n.delete(i)) n.set(i, 300); return n; });
  };
  const size = (i, h) => setOpen((o) => (o.get(i) === h || !o.has(i) ? o : new Map(o).set(i, h)));
  const key = (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: Math.floor(view.height / H), PageUp: -Math.floor(view.height / H), Home: -1e9, End: 1e9 }[e.key];
    if (step && e.target.closest('.row')) {
      e.preventDefault();
      const i = Math.max(0, Math.min(total - 1, focus + step));
      setFocus(i);
      const y = topOf(i);
      if (y < view.top) ref.current.scrollTop = y;
      else if (y + H > view.top + view.height) ref.current.scrollTop = y + H - view.height + 40;
      requestAnimationFrame(() => requestAnimationFrame(() => ref.current?.querySelector(`[data-i="${i}"]`)?.focus()));
    } else if ((e.key === 'Enter' || e.key === ' ') && e.target.classList.contains('row')) {
      e.preventDefault();
      toggle(focus);
    }
  };
  const rows = [];
  for (let i = first; i < last; i++) rows.push(<Row key={i} e={pages.row(i)} i={i} narrow={narrow} open={open.has(i)} focused={i === focus || (focus < first && i === first)} onToggle={toggle} onSize={size} />);
  return (
    <div class={`grid-box ${pages.fresh ? '' : 'loading'}`}>
      <div class="grid" role="treegrid" aria-rowcount={(pages.total ?? 0) + 1} aria-label="Events" ref={ref} onKeyDown={key}>
        <div role="rowgroup" class="grid-head"><div role="row" class="row head-row" aria-rowindex={1}>
          {['Date', 'Type', 'Who → whom', 'Status', 'Place', 'Source'].map((h, i) => <span role="columnheader" key={h} class={['date', 'type', 'deal', 'stat', 'place', 'src'][i]}>{h}</span>)}
        </div></div>
        <div role="rowgroup" class="body" style={{ height: `${topOf(total)}px` }}>
          <div role="presentation" style={{ transform: `translateY(${topOf(first)}px)` }}>{rows}</div>
        </div>
      </div>
    </div>
  );
}

export function Events({ route, state, epoch }) {
  const { params } = route;
  const filters = onlyFilters(params);
  const sort = params.get('sort') ?? '';
  const narrow = useMedia('(max-width: 47.5em)');
  const pages = usePages(params, epoch);
  const saved = (kind) => `/api/events.${kind}?${filters}`;
  return (
    <WithFacets view="events" params={params} epoch={epoch} state={state} head={(
        <Heading title="Events" sub={pages.total !== null && plural(pages.total, 'event')}>
          <Segmented label="Order" value={sort} options={[['', 'Oldest first'], ['-date', 'Newest first']]} onChange={(v) => go(href('events', withParams(params, { sort: v })), true)} />
          <Download name="events" links={[['CSV', 'for spreadsheets', saved('csv')], ['JSON Lines', 'whole records', saved('jsonl')]]} />
        </Heading>
      )}>
      {pages.error && <Failure error={pages.error} />}
      {pages.total === null && !pages.error && <Skeleton lines={12} />}
      {pages.total === 0 && <NoHits params={params} view="events" />}
      {pages.total > 0 && <Grid pages={pages} narrow={narrow} />}
      {pages.total > MOST && <p class="note">The first {count(MOST)} are shown; the download has all of them.</p>}
    </WithFacets>
  );
}
