// figures.jsx: one quantity through time: a point for each report, a line for its range, and on whose word.
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { useMemo, useRef, useState } from 'preact/hooks';
import { amount } from './article.jsx';
import { WithFacets } from './facets.jsx';
import { articleName, brief, count, day, go, href, number, onlyFilters, plural, quantitiesQuestion, useData, useHeight, useWidth, who, whoAll, withParams } from './lib.js';
import { Download, Drawing, Failure, Heading, NoHits, Skeleton, TimeAxis } from './parts.jsx';

const claimant = (r) => (r.record.said_by?.length ? whoAll(r.record.said_by) : r.outlet || articleName(r));
const MEASURE = /^([A-Z]{3}|cents?|cts|days?|hours?|weeks?|months?|years?|minutes?|percent|per cent|%)$/;
const FEW = 200; // rows of the table at first
const dateOf = (r) => r.record.as_of?.value?.slice(0, 10) || r.published;
const lowOf = (r) => r.record.low ?? r.record.high;
const highOf = (r) => r.record.high ?? r.record.low;

function Chart({ rows, svg, at, setAt }) {
  const [box, width] = useWidth();
  const room = useHeight();
  const H = Math.max(width < 600 ? 280 : 380, Math.min(width * 0.5, room - 620)), L = 60, R = 20, T = 16, B = 34;
  const points = rows.filter(dateOf).map((r) => ({ r, t: new Date(dateOf(r).padEnd(10, '-01').replace(/^(\d{4})-01-01.*$/, '$1-01-01') + 'T00:00:00Z'), lo: lowOf(r), hi: highOf(r) })).filter((p) => !Number.isNaN(+p.t) && p.hi !== null);
  const times = points.map((p) => +p.t), values = points.flatMap((p) => [p.lo, p.hi]);
  const pad = Math.max(864e5 * 3, (Math.max(...times) - Math.min(...times)) * 0.04);
  const x = scaleUtc([new Date(Math.min(...times) - pad), new Date(Math.max(...times) + pad)], [L, width - R]);
  const lo = Math.min(...values), hi = Math.max(...values);
  const log = lo > 0 && hi / lo > 200;
  const y = (log ? scaleLog([lo / 1.3, hi * 1.3], [H - B, T]) : scaleLinear([Math.min(0, lo), hi * 1.06 || 1], [H - B, T])).nice(5);
  const yt = log ? y.ticks(5).filter((v) => /^[125]/.test(String(v)) || Number.isInteger(Math.log10(v))).filter((v, i, a) => a.length < 10 || Number.isInteger(Math.log10(v))) : y.ticks(6);
  if (!points.length) return <div ref={box} class="empty"><p>None of these figures has a date, nor has its article.</p></div>;
  return (
    <div ref={box} class="plot">
      {width > 0 && (
        <Drawing svg={svg} name="chart figures-chart" width={width} height={H} role="img" aria-label={`${plural(points.length, 'report')} between ${number(lo)} and ${number(hi)}. The table below has them all.`}>
          <g class="grid">{yt.map((t) => <g key={t}><line x1={L} x2={width - R} y1={y(t)} y2={y(t)} /><text x={L - 8} y={y(t)} dy="0.32em" text-anchor="end">{brief(t)}</text></g>)}</g>
          <TimeAxis x={x} y={H - B} width={width} />
          {points.map((p) => {
            const px = x(p.t), i = rows.indexOf(p.r), b = p.r.record.bound;
            const up = b === 'at least', down = b === 'at most';
            return (
              <g key={p.r.row} class={`point ${at === i ? 'lit' : ''}`} onPointerEnter={() => setAt(i)} onPointerLeave={() => setAt(-1)}>
                {p.lo !== p.hi && <path class="range" d={`M${px},${y(p.lo)}V${y(p.hi)}M${px - 4},${y(p.lo)}h8M${px - 4},${y(p.hi)}h8`} />}
                {up && <path class="range" d={`M${px},${y(p.hi)}v-20m-4,5l4,-5l4,5`} />}
                {down && <path class="range" d={`M${px},${y(p.lo)}v20m-4,-5l4,5l4,-5`} />}
                <circle class={b === 'about' ? 'hollow' : ''} cx={px} cy={(y(p.lo) + y(p.hi)) / 2} r="5" />
              </g>
            );
          })}
        </Drawing>
      )}
      <ul class="legend"><li><i class="dot" />exact</li><li><i class="dot hollow" />about</li><li>│ range</li><li>↑ at least, ↓ at most</li>{log && <li class="dim">logarithmic scale</li>}</ul>
    </div>
  );
}

function Quantities({ rows, chosen, params }) {
  const [part, setPart] = useState('');
  const shown = rows.filter((r) => !part || `${r.unit} ${r.label ?? ''}`.toLowerCase().includes(part.toLowerCase())).slice(0, 200);
  const link = (r) => href('figures', withParams(params, { unit: r.unit, of: r.of ?? '~' }));
  return (
    <nav class="quantities" aria-label="Quantities">
      <input type="search" class="small" placeholder="Find a quantity…" aria-label="Find a quantity" value={part} onInput={(e) => setPart(e.target.value)} />
      <ul>{shown.map((r) => <li key={r.unit + '/' + r.of}><a href={link(r)} aria-current={chosen === r ? 'true' : undefined}><span class="name">{r.unit}{r.of && <span class="dim"> of {r.label}</span>}</span><span class="n">{count(r.n)}</span></a></li>)}</ul>
      {shown.length === 0 && <p class="dim">Nothing by that name.</p>}
    </nav>
  );
}

export function Figures({ route, state, epoch }) {
  const { params } = route;
  const filters = onlyFilters(params);
  const list = useData(quantitiesQuestion(params), epoch);
  // A thing that is counted says more at first sight than days, years and amounts of money do.
  const quantities = useMemo(() => list.data && [...list.data.rows.filter((r) => !MEASURE.test(r.unit)), ...list.data.rows.filter((r) => MEASURE.test(r.unit))], [list.data]);
  const first = quantities?.[0];
  const unit = params.get('unit') ?? first?.unit, of = params.get('of') ?? (params.get('unit') ? '' : first ? first.of ?? '~' : '');
  const chosen = list.data?.rows.find((r) => r.unit === unit && (r.of ?? '~') === of);
  const { data, error, loading } = useData(unit && `figures?unit=${encodeURIComponent(unit)}&of=${encodeURIComponent(of)}&${filters}`, epoch);
  const [at, setAt] = useState(-1);
  const [all, setAll] = useState(false);
  const svg = useRef(null);
  const rows = data?.rows ?? [];
  return (
    <WithFacets view="figures" params={params} epoch={epoch} state={state} head={(
        <Heading title={unit ? <>{unit}{of && of !== '~' && <span class="dim"> of {chosen?.label ?? of}</span>}</> : 'Figures'} sub={data && (data.total > rows.length ? `the last ${count(rows.length)} of ${plural(data.total, 'report')}` : plural(rows.length, 'report'))}>
          {rows.length > 0 && <Download name="figures" svg={svg} table={() => [['as_of', 'published', 'low', 'high', 'bound', 'unit', 'of', 'said_by', 'text', 'outlet', 'doc'], rows.map((r) => [r.record.as_of?.value, r.published, r.record.low, r.record.high, r.record.bound, r.record.unit, r.record.of && who(r.record.of), r.record.said_by?.length ? whoAll(r.record.said_by) : '', r.record.text, r.outlet, r.doc])]} />}
        </Heading>
      )}>
      {(error || list.error) && <Failure error={error ?? list.error} />}
      {!list.data && !list.error && <Skeleton lines={10} />}
      {list.data && list.data.rows.length === 0 && <NoHits params={params} view="figures" what="figures" />}
      {list.data && list.data.rows.length > 0 && (
        <div class="figures-view">
          <Quantities rows={quantities} chosen={chosen} params={params} />
          <div class={loading ? 'loading' : ''}>
            {rows.length > 0 && <Chart rows={rows} svg={svg} at={at} setAt={setAt} />}
            {rows.length > 0 && (
              <div class="scroll" tabIndex={0} role="region" aria-label="Reports">
                <table class="reports">
                  <thead><tr><th scope="col">When</th><th scope="col" class="num">How many</th><th scope="col">On whose word</th><th scope="col">Words</th><th scope="col">Article</th></tr></thead>
                  <tbody>{(all ? rows : rows.slice(0, FEW)).map((r, i) => (
                    <tr key={r.row} class={at === i ? 'lit' : ''} onPointerEnter={() => setAt(i)} onPointerLeave={() => setAt(-1)}>
                      <td>{r.record.as_of?.value ? day(r.record.as_of.value) : <span class="dim">reported {day(r.published) || '–'}</span>}</td>
                      <td class="num">{amount(r.record)}</td><td>{claimant(r)}</td><td>{r.record.text}</td>
                      <td><a href={href('article', null, r.document)}>{articleName(r)}</a></td>
                    </tr>
                  ))}</tbody>
                </table>
                {rows.length > FEW && !all && <p><button type="button" class="link" onClick={() => setAll(true)}>All {count(rows.length)}</button></p>}
              </div>
            )}
          </div>
        </div>
      )}
    </WithFacets>
  );
}
