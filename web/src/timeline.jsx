// timeline.jsx: events by day, week, month or year: cooperation above the line, conflict below; a strip to choose a time; the mean
// and the sum of PLOVER scores; and the events that moved the line.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { WithFacets } from './facets.jsx';
import { QUADS, QUAD_CLASS, articleName, count, day, go, href, iso, number, onlyFilters, plural, pointerX, timelineQuestion, typeName, useData, useHeight, useWidth, whoAll, withParams } from './lib.js';
import { Download, Drawing, Failure, Heading, Legend, NoHits, Parties, Segmented, Sentence, Skeleton, Status, statusOf, Swatch, TimeAxis } from './parts.jsx';

const DAY = 864e5;
const M = { l: 44, r: 16 };
const STEPS = [['', 'Auto'], ['day', 'Day'], ['week', 'Week'], ['month', 'Month'], ['year', 'Year']];

function binEnd(date, by) {
  if (by === 'day') return new Date(+date + DAY);
  if (by === 'week') return new Date(+date + 7 * DAY);
  return by === 'month' ? new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)) : new Date(Date.UTC(date.getUTCFullYear() + 1, 0, 1));
}

function binLabel(b, by) {
  const d = iso(b.date);
  if (by === 'week') return `Week of ${day(d)}`;
  return day(by === 'month' ? d.slice(0, 7) : by === 'year' ? d.slice(0, 4) : d);
}

const parse = (data) => data.bins.map(([d, a, b, c, e, all, sum]) => {
  const date = new Date(d + 'T00:00:00Z');
  return { date, end: binEnd(date, data.by), n: [a, b, c, e], all, sum };
});

// Stacks of one bin from the line outwards: what was done next to the line, what was said beyond it.
const stack = (b) => [['mc', 0, b.n[1]], ['vc', b.n[1], b.n[1] + b.n[0]], ['mf', 0, -b.n[3]], ['vf', -b.n[3], -b.n[3] - b.n[2]]];

// All bars of a colour are one path: a thousand elements would be a thousand to style, lay out and compare while one brushes.
const bar = (x0, w, y0, h) => `M${x0.toFixed(2)},${y0.toFixed(2)}h${w.toFixed(2)}v${h.toFixed(3)}h${(-w).toFixed(2)}z`;

function Bars({ bins, x, y, gap }) {
  const paths = { mc: '', vc: '', mf: '', vf: '' };
  for (const b of bins) {
    const x0 = x(b.date), w = Math.max(1, x(b.end) - x0 - gap);
    for (const [c, from, to] of stack(b)) if (from !== to) paths[c] += bar(x0, w, Math.min(y(from), y(to)), Math.abs(y(from) - y(to)));
  }
  return Object.entries(paths).map(([c, d]) => <path key={c} class={`${c} bars`} d={d} />);
}

// Below and above the line, as sums are.
function Sums({ bins, x, y, gap }) {
  const path = (some) => bins.filter(some).map((b) => bar(x(b.date), Math.max(1, x(b.end) - x(b.date) - gap), Math.min(y(0), y(b.sum)), Math.abs(y(b.sum) - y(0)))).join('');
  return <><path class="sum vf" d={path((b) => b.sum < 0)} /><path class="sum vc" d={path((b) => b.sum > 0)} /></>;
}

// The strip below the chart: drag to choose a time; its two ends are sliders for the keyboard.
function Strip({ bins, x, width, range, onMove, onDone }) {
  const H = 44;
  const max = Math.max(1, ...bins.map((b) => b.all));
  const y = scaleLinear([0, max], [H - 4, 4]);
  const all = useMemo(() => bins.map((b) => bar(x(b.date), Math.max(1, x(b.end) - x(b.date) - 0.5), y(b.all), H - 4 - y(b.all))).join(''), [bins, width]);
  const svg = useRef(null);
  const drag = useRef(null);
  const [from, to] = range;
  const dateAt = (e) => +x.invert(Math.max(M.l, Math.min(width - M.r, pointerX(e, svg.current))));
  const down = (e) => {
    e.currentTarget.setPointerCapture(e.pointerId);
    const at = dateAt(e);
    const near = (t) => Math.abs(x(t) - x(at)) < 9;
    const whole = from <= +x.domain()[0] && to >= +x.domain()[1];
    drag.current = near(from) ? { fix: to } : near(to) ? { fix: from } : !whole && at > from && at < to ? { off: at - from, len: to - from } : { fix: at };
  };
  const move = (e) => {
    const d = drag.current;
    if (!d) return;
    const at = dateAt(e), [lo, hi] = x.domain().map(Number);
    if (d.len) {
      const f = Math.max(lo, Math.min(hi - d.len, at - d.off));
      onMove([f, f + d.len]);
    } else {
      onMove([Math.min(at, d.fix), Math.max(at, d.fix)]);
    }
    d.moved = true;
  };
  const up = () => {
    if (drag.current?.moved) onDone();
    drag.current = null;
  };
  const slide = (which) => (e) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[e.key];
    if (!step) return;
    e.preventDefault();
    const unit = Math.max(DAY, (x.domain()[1] - x.domain()[0]) / 100);
    const [lo, hi] = x.domain().map(Number);
    onMove(which === 0 ? [Math.max(lo, Math.min(from + step * unit, to - DAY)), to] : [from, Math.min(hi, Math.max(to + step * unit, from + DAY))]);
  };
  const handle = (t, which, label) => (
    <g class="handle" transform={`translate(${x(t)},0)`} role="slider" tabindex={0} aria-label={label} aria-valuemin={+x.domain()[0]} aria-valuemax={+x.domain()[1]} aria-valuenow={t} aria-valuetext={day(iso(new Date(t)))} onKeyDown={slide(which)} onKeyUp={onDone}>
      <line y1="0" y2={H} /><rect x="-4" y={H / 2 - 9} width="8" height="18" rx="3" />
    </g>
  );
  return (
    <Drawing svg={svg} name="strip" width={width} height={H} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up}>
      <rect class="ground" x={M.l} width={width - M.l - M.r} height={H} />
      <path class="all" d={all} />
      {(from > +x.domain()[0] || to < +x.domain()[1]) && <rect class="chosen" x={x(from)} width={Math.max(1, x(to) - x(from))} height={H} />}
      {handle(from, 0, 'Start of the time shown')}{handle(to, 1, 'End of the time shown')}
    </Drawing>
  );
}

// Numbers over the bars, the nearest ones apart; x of each, sorted.
function spread(marks, width) {
  const out = marks.slice().sort((a, b) => a.x - b.x), apart = 22;
  for (let pass = 0; pass < 60; pass++) {
    for (const m of out) m.lx = Math.max(M.l + 10, Math.min(width - M.r - 10, m.lx));
    for (let i = 1; i < out.length; i++) {
      const lack = apart - (out[i].lx - out[i - 1].lx);
      if (lack > 0) { out[i].lx += lack / 2; out[i - 1].lx -= lack / 2; }
    }
  }
  out.forEach((m, i) => { m.lx = Math.max(m.lx, i ? out[i - 1].lx + apart : M.l + 10); }); // what is left, and the sides
  out.reduceRight((end, m) => { m.lx = Math.min(m.lx, end); return m.lx - apart; }, width - M.r - 10);
  return out;
}

function moverMarks(movers, bins, x, width) {
  const marks = [];
  movers.slice(0, Math.floor(width / 48)).forEach((m, i) => {
    const t = m.first ?? m.published;
    const b = t && bins.find((k) => new Date(t + 'T00:00:00Z') >= k.date && new Date(t + 'T00:00:00Z') < k.end);
    if (!b) return;
    const at = (x(b.date) + x(b.end)) / 2;
    if (at >= M.l && at <= width - M.r) marks.push({ n: i + 1, m, b, x: at, lx: at });
  });
  return spread(marks, width);
}

function Chart({ bins, by, x, width, movers, at, setAt, onOpen, svg }) {
  const room = useHeight();
  const tall = width < 600 ? 240 : Math.max(330, Math.min(560, room - 570)), T = 118, // strip and chart in one window
    top = 34, gapH = 40, H = top + tall + gapH + T + 26;
  const inside = bins.filter((b) => b.end > x.domain()[0] && b.date < x.domain()[1]);
  const up = Math.max(1, ...inside.map((b) => b.n[0] + b.n[1])), down = Math.max(1, ...inside.map((b) => b.n[2] + b.n[3]));
  const y = scaleLinear([-down * 1.03, up * 1.03], [top + tall, top]);
  const gap = x(new Date(+x.domain()[0] + DAY * 7)) - x(x.domain()[0]) > 12 || inside.length < 80 ? 1 : 0;
  const t0 = top + tall + gapH;
  const sums = Math.max(1, ...inside.map((b) => Math.abs(b.sum)));
  const ys = scaleLinear([-sums, sums], [t0 + T, t0]);
  const ym = scaleLinear([-10, 10], [t0 + T, t0]);
  const middle = (b) => (x(b.date) + x(b.end)) / 2;
  const mean = line(middle, (b) => ym(b.sum / b.all));
  const marks = moverMarks(movers, bins, x, width);
  const hover = (e) => {
    const px = pointerX(e);
    const t = x.invert(px);
    let best = -1;
    inside.forEach((b, i) => { if (best < 0 || Math.abs(middle(b) - px) < Math.abs(middle(inside[best]) - px)) best = i; });
    setAt(best >= 0 && t >= x.domain()[0] ? bins.indexOf(inside[best]) : -1);
  };
  const key = (e) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -1e9, End: 1e9 }[e.key];
    if (step) {
      e.preventDefault();
      const i = at < 0 ? (step > 0 ? 0 : inside.length - 1) : Math.max(0, Math.min(inside.length - 1, inside.indexOf(bins[at]) + step));
      setAt(bins.indexOf(inside[i]));
    } else if (e.key === 'Enter' && at >= 0) {
      onOpen(bins[at]);
    }
  };
  const b = bins[at];
  const all = inside.reduce((s, k) => s + k.all, 0);
  return (
    <Drawing svg={svg} name="chart" width={width} height={H} tabindex={0} role="img"
      aria-label={`${plural(all, 'event')} by ${by}, cooperation above and conflict below the line, and the PLOVER score. Left and right move from ${by} to ${by}, Enter opens its events. The same numbers stand in the table below.`}
      onPointerMove={hover} onPointerLeave={() => setAt(-1)} onKeyDown={key} onClick={() => b && onOpen(b)}>
      <defs><clipPath id="plot"><rect x={M.l} y="0" width={Math.max(0, width - M.l - M.r)} height={H} /></clipPath></defs>
      <g class="grid">{y.ticks(6).map((t) => <g key={t}><line x1={M.l} x2={width - M.r} y1={y(t)} y2={y(t)} class={t === 0 ? 'zero' : ''} /><text x={M.l - 8} y={y(t)} dy="0.32em" text-anchor="end">{count(Math.abs(t))}</text></g>)}</g>
      <g clip-path="url(#plot)"><Bars bins={inside} x={x} y={y} gap={gap} /></g>
      <g class="marks">{marks.map((m) => <g key={m.n}><path d={`M${m.lx},${23}L${m.lx},${26}L${m.x},${Math.max(32, y(m.b.n[0] + m.b.n[1]) - 3)}`} /><circle cx={m.lx} cy="13" r="10" /><text x={m.lx} y="13" dy="0.35em" text-anchor="middle">{m.n}</text></g>)}</g>
      <text class="cap" x={width < 600 ? 10 : M.l} y={t0 - 14}>{width < 600
        ? <>Score: <tspan class="strong">mean</tspan> (line), <tspan class="strong">sum</tspan> (bars)</>
        : <>PLOVER score: <tspan class="strong">mean</tspan> of the {by} as a line (−10 to 10), <tspan class="strong">sum</tspan> as bars (±{number(sums)})</>}</text>
      <g class="grid">{[-10, 0, 10].map((t) => <g key={t}><line x1={M.l} x2={width - M.r} y1={ym(t)} y2={ym(t)} class={t === 0 ? 'zero' : ''} /><text x={M.l - 8} y={ym(t)} dy="0.32em" text-anchor="end">{number(t)}</text></g>)}</g>
      <g clip-path="url(#plot)">
        <Sums bins={inside} x={x} y={ys} gap={gap} />
        <path class="mean" d={mean(inside) ?? ''} />
        {inside.length < 90 && inside.map((k) => <circle key={+k.date} class="mean-dot" cx={middle(k)} cy={ym(k.sum / k.all)} r="2.500" />)}
      </g>
      <TimeAxis x={x} y={t0 + T} width={width} />
      {b && <line class="cursor no-export" x1={middle(b)} x2={middle(b)} y1={top} y2={t0 + T} />}
    </Drawing>
  );
}

function Readout({ b, by }) {
  if (!b) return <p class="readout dim" aria-live="polite">Point at a {by}, or use the arrow keys.</p>;
  return (
    <p class="readout" aria-live="polite">
      <strong>{binLabel(b, by)}</strong>
      {QUADS.map((q, i) => b.n[i] > 0 && <span key={q}><Swatch quad={q} />{count(b.n[i])} {q}</span>)}
      <span>mean {number(b.sum / b.all)}, sum {number(b.sum)}</span>
    </p>
  );
}

function Movers({ movers }) {
  return (
    <section class="movers">
      <h2>What moved the line</h2>
      <ol>
        {movers.map((m) => (
          <li key={m.row}>
            <p class="top"><Swatch quad={m.record.quad} /><strong>{typeName(m.record.event_type)}</strong> <Parties list={m.record.actors} /> <span class="dim">→</span> <Parties list={m.record.recipients} /></p>
            <p><Sentence record={m.record} /></p>
            <p class="dim"><time>{day(m.record.date?.value) || `reported ${day(m.published)}`}</time> · <Status value={statusOf(m.record)} /> · <a href={href('article', new URLSearchParams({ event: m.row }), m.document)}>{articleName(m)}</a></p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Table({ bins, by }) {
  const [open, setOpen] = useState(false); // hundreds of rows that few will look at
  return (
    <details class="as-table" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>The same as a table</summary>
      {open && <div class="scroll" tabIndex={0} role="region" aria-label="Events by time, as a table">
        <table>
          <thead><tr><th scope="col">{typeName(by)}</th>{QUADS.map((q) => <th scope="col" key={q} class="num">{q}</th>)}<th scope="col" class="num">all</th><th scope="col" class="num">mean score</th><th scope="col" class="num">sum</th></tr></thead>
          <tbody>{bins.map((b) => <tr key={+b.date}><th scope="row">{binLabel(b, by)}</th>{b.n.map((n, i) => <td key={QUADS[i]} class="num">{n || ''}</td>)}<td class="num">{b.all}</td><td class="num">{number(b.sum / b.all)}</td><td class="num">{number(b.sum)}</td></tr>)}</tbody>
        </table>
      </div>}
    </details>
  );
}

// Two parties, whose tension the line then shows.
function PairChoice({ params, epoch, ready }) {
  const { data } = useData(ready && 'actors?limit=60', epoch); // after what is looked at first
  const [a = '', b = ''] = (params.get('pair') ?? '').split('~');
  const [left, setLeft] = useState(a);
  useEffect(() => setLeft(a), [a]);
  const set = (l, r) => { setLeft(l); if ((l && r) || params.get('pair')) go(href('timeline', withParams(params, { pair: l && r ? `${l}~${r}` : null }))); };
  const choices = (chosen) => <><option value="">anyone</option>{chosen && !data?.nodes.some((n) => n.key === chosen) && <option value={chosen}>{chosen}</option>}{data?.nodes.map((n) => <option key={n.key} value={n.key}>{n.label}</option>)}</>;
  return (
    <span class="pair">Between <select aria-label="First party" value={left} onChange={(e) => set(e.target.value, b)}>{choices(left)}</select> and <select aria-label="Second party" value={b} onChange={(e) => set(left, e.target.value)}>{choices(b)}</select></span>
  );
}

export function Timeline({ route, state, epoch }) {
  const { params } = route;
  const filters = onlyFilters(params);
  const by = params.get('by') ?? '', mine = timelineQuestion(params), undated = params.get('undated') ?? '';
  const full = withParams(filters, { from: null, to: null });
  const { data, error, loading } = useData(mine, epoch);
  const all = 'timeline?' + full;
  const other = useData(all === mine ? null : all, epoch);
  const seen = useRef(null); // all times, as last answered to the one question or the other
  if (all === mine && data && !loading) seen.current = data;
  if (all !== mine && other.data && other.path === all) seen.current = other.data;
  const whole = seen.current;
  const [box, width] = useWidth();
  const [at, setAt] = useState(-1);
  const [range, drawRange] = useState(null);
  const dragged = useRef(null); // the same at once: a hand may let go before the next drawing
  const held = useRef(false); // by hand or key just now: an answer that comes meanwhile must not take it away
  const setRange = (r) => { dragged.current = r; drawRange(r); };
  const hold = (r) => { held.current = true; setRange(r); };
  const svg = useRef(null);
  const bins = useMemo(() => (data ? parse(data) : []), [data]);
  const strip = useMemo(() => (whole ? parse(whole) : []), [whole]);
  useEffect(() => { setAt(-1); if (!held.current) setRange(null); }, [data]);
  const ready = width > 0 && bins.length > 0 && strip.length > 0;
  const right = width - M.r;
  const xs = ready ? scaleUtc([strip[0].date, strip.at(-1).end], [M.l, right]) : null;
  const given = (name, fallback, add) => (params.get(name) ? +new Date(params.get(name).slice(0, 10).padEnd(10, '-01') + 'T00:00:00Z') + add : +fallback);
  const shown = ready ? range ?? [Math.max(+strip[0].date, given('from', bins[0].date, 0)), Math.min(+strip.at(-1).end, given('to', bins.at(-1).end, DAY))] : null;
  const x = ready ? scaleUtc([new Date(shown[0]), new Date(Math.max(shown[1], shown[0] + DAY))], [M.l, right]) : null;
  const chartBins = range && strip.length ? strip.filter((b) => b.end > range[0] && b.date < range[1]) : bins;
  const stepNow = range ? whole.by : data?.by;
  const done = () => {
    const r = dragged.current;
    if (!r || !held.current) return;
    held.current = false;
    const wholeRange = r[0] <= +strip[0].date && r[1] >= +strip.at(-1).end;
    const to = href('timeline', withParams(params, wholeRange ? { from: null, to: null } : { from: iso(new Date(r[0])), to: iso(new Date(Math.max(r[0], r[1] - 1))) }));
    if (to === href('timeline', params)) setRange(null); // back where it was: no answer will come
    else go(to, true);
  };
  const open = (b) => go(href('events', withParams(filters, { from: iso(b.date), to: iso(new Date(+b.end - DAY)) })));
  const table = () => [['from', ...QUADS, 'all', 'mean_score', 'sum_score'], bins.map((b) => [iso(b.date), ...b.n, b.all, b.sum / b.all, b.sum])];
  return (
    <WithFacets view="timeline" params={params} epoch={epoch} state={state} head={(
        <Heading title="Timeline" sub={data && `${plural(data.total, 'event')}${data.first ? `, ${day(data.first)} – ${day(data.last)}` : ''}`}>
          <PairChoice params={params} epoch={epoch} ready={!!data} />
          <Segmented label="Bars by" value={by} options={STEPS} onChange={(v) => go(href('timeline', withParams(params, { by: v })), true)} />
          <Download name="timeline" table={table} svg={svg} />
        </Heading>
      )}>
      {error && <Failure error={error} />}
      {data && data.total === 0 && !loading && <NoHits params={params} view="timeline" />}
      {data && data.total > 0 && bins.length === 0 && (
        <div class="empty"><h2>None of these {plural(data.total, 'event')} carries a date</h2><p><a class="button" href={href('timeline', withParams(params, { undated: 'published' }))}>Show them on the day of their report</a></p></div>
      )}
      <div ref={box} class={`plot ${loading ? 'loading' : ''}`}>
        {!data && !error && <Skeleton lines={9} />}
        {ready && <>
          <Legend />
          <Readout b={chartBins[at]} by={stepNow} />
          <Chart bins={chartBins} by={stepNow} x={x} width={width} movers={range ? [] : data.movers} at={at} setAt={setAt} onOpen={open} svg={svg} />
          <Strip bins={strip} x={xs} width={width} range={shown} onMove={hold} onDone={done} />
          {data.undated > 0 && (
            <p class="note">{undated
              ? <>{plural(data.undated, 'event')} without a date of their own stand on the day of their report. <a href={href('timeline', withParams(params, { undated: null }))}>Leave them out</a></>
              : <>{plural(data.undated, 'event')} without a date are not drawn. <a href={href('timeline', withParams(params, { undated: 'published' }))}>Show them on the day of their report</a></>}</p>
          )}
        </>}
      </div>
      {ready && <><Movers movers={data.movers} /><Table bins={bins} by={data.by} /></>}
    </WithFacets>
  );
}
