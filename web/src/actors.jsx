// actors.jsx: who deals with whom, as a network and as a list; and a page for each actor.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { WithFacets } from './facets.jsx';
import { separate, settle } from './forces.js';
import { actorQuestion, actorsQuestion, articleName, count, day, go, href, onlyFilters, plural, typeName, useData, useHeight, useWidth, who, whoAll, withParams } from './lib.js';
import { placeNames } from './names.js';
import { Download, Drawing, Failure, Foot, Heading, Lacking, NoHits, Parties, Ranking, Segmented, Sentence, Skeleton, SplitBar, Status, statusOf, Swatch } from './parts.jsx';

function layout(data, width, height) {
  const radius = (n) => 5 + Math.sqrt(n.did + n.received) * (width < 600 ? 1.6 : 2.3) * Math.min(1, 10 / Math.sqrt(data.nodes[0] ? data.nodes[0].did + data.nodes[0].received : 1) + 0.15);
  const shown = width < 600 ? 22 : data.nodes.length; // what a telephone has room for
  const nodes = data.nodes.slice(0, shown).map((n) => ({ ...n, r: radius(n) }));
  const links = data.links.filter(([a, b]) => a < shown && b < shown).map(([a, b, cooperation, conflict, score]) => ({ source: a, target: b, cooperation, conflict, score, n: cooperation + conflict }));
  const most = Math.max(1, ...links.map((l) => l.n));
  const linked = new Set(links.flatMap((l) => [l.source, l.target]));
  const kept = nodes.filter((_, i) => linked.has(i));
  const index = new Map(kept.map((n, i) => [nodes.indexOf(n), i]));
  const used = links.map((l) => ({ ...l, source: index.get(l.source), target: index.get(l.target), distance: 90 - 30 * (l.n / most), strength: 0.08 + 0.5 * (l.n / most) }));
  settle(kept, used, { charge: 420, towardX: 0.05 * (height / width), towardY: 0.07, gap: 18 });
  const side = Math.min(60, width * 0.1); // for names
  stretch(kept, 'x', side, width - side);
  stretch(kept, 'y', 26, height - 32);
  separate(kept, width < 600 ? 12 : 20, [side / 3, 8, width - side / 3, height - 20]);
  return { nodes: kept, links: used.map((l) => ({ ...l, source: kept[l.source], target: kept[l.target] })), most };
}

// Each direction by itself, so that a wide page is used in its whole width; half of the way to equal distances, so that a pair that
// deals with nobody else does not press all others into a corner.
function stretch(nodes, axis, from, to) {
  const order = nodes.map((n) => n[axis]).sort((a, b) => a - b), lo = order[0], size = order.at(-1) - lo || 1;
  for (const n of nodes) n[axis] = from + (to - from) * (nodes.length < 2 ? 0.5 : 0.5 * ((n[axis] - lo) / size) + 0.5 * (order.indexOf(n[axis]) / (nodes.length - 1)));
}

// Two lines side by side, so that cooperation and conflict of one pair are both seen; conflict is dashed too.
function Link({ l, most, faded, kind }) {
  const dx = l.target.x - l.source.x, dy = l.target.y - l.source.y, d = Math.hypot(dx, dy) || 1;
  const w = (n) => (n ? 1.2 + Math.min(8, 1.5 + most / 5) * Math.sqrt(n / most) : 0);
  const wc = kind === 'conflict' ? 0 : w(l.cooperation), wf = kind === 'cooperation' ? 0 : w(l.conflict);
  const line = (off, width, cls) => {
    const ox = (-dy / d) * off, oy = (dx / d) * off;
    return <line class={cls} x1={l.source.x + ox} y1={l.source.y + oy} x2={l.target.x + ox} y2={l.target.y + oy} stroke-width={width} />;
  };
  return <g class={`tie ${faded ? 'faded' : ''}`}>{wc > 0 && line(wf ? -(wc + 1) / 2 : 0, wc, 'mc-line')}{wf > 0 && line(wc ? (wf + 1) / 2 : 0, wf, 'mf-line')}</g>;
}

function Network({ data, svg, chosen, setChosen, kind }) {
  const [box, width] = useWidth();
  const room = useHeight();
  const height = Math.round(width < 600 ? width * 1.05 : Math.max(340, Math.min(width * 0.75, room - 290)));
  const laid = useMemo(() => (width ? layout(data, width, height) : null), [data, width, height]);
  const names = useMemo(() => {
    if (!laid) return new Map();
    const spots = laid.nodes.map((n) => ({ n, x: n.x, y: n.y, r: n.r, name: n.label }));
    const off = spots.map((s) => ({ left: s.x - s.r, top: s.y - s.r, w: 2 * s.r, h: 2 * s.r, of: s }));
    return new Map([...placeNames(spots, width, height, ['below', 'above', 'right', 'left'], { off })].map(([s, at]) => [s.n, at]));
  }, [laid]);
  const [t, setT] = useState({ x: 0, y: 0, k: 1 });
  const zooming = useRef(null);
  useEffect(() => {
    if (!svg.current) return undefined;
    let gone = false;
    import('./zoom.js').then(({ attach }) => { if (!gone) zooming.current = attach(svg.current, t, { scale: [0.6, 8], told: setT }); }, () => {});
    return () => { gone = true; zooming.current?.end(); };
  }, [laid]);
  const near = new Set(chosen ? laid?.links.filter((l) => l.source.key === chosen || l.target.key === chosen).flatMap((l) => [l.source.key, l.target.key]) : []);
  return (
    <div ref={box} class="network">
      {laid && (
        <Drawing svg={svg} name="ties" width={width} height={height} role="group" aria-label="Network of actors. The list beside it has the same actors and numbers.">
          <g transform={`translate(${t.x},${t.y}) scale(${t.k})`}>
            {laid.links.map((l) => <Link key={l.source.key + '~' + l.target.key} l={l} most={laid.most} kind={kind} faded={chosen && l.source.key !== chosen && l.target.key !== chosen} />)}
            {laid.nodes.map((n) => (
              <a key={n.key} href={href('actors', null, n.key)} aria-label={`${n.label}: ${plural(n.did + n.received, 'event')}`} class={`node ${chosen && !near.has(n.key) && n.key !== chosen ? 'faded' : ''}`} onPointerEnter={() => setChosen(n.key)} onPointerLeave={() => setChosen(null)} onFocus={() => setChosen(n.key)} onBlur={() => setChosen(null)}>
                <circle cx={n.x} cy={n.y} r={n.r} />
              </a>
            ))}
            {laid.nodes.map((n) => { // above all circles
              const at = names.get(n) ?? (chosen === n.key && { x: n.x, y: n.y + n.r + 9, anchor: 'middle' });
              return at && <text key={n.key} class={`node-name ${chosen && !near.has(n.key) && n.key !== chosen ? 'faded' : ''}`} aria-hidden="true" x={at.x} y={at.y} dy="0.35em" text-anchor={at.anchor}>{n.label}</text>;
            })}
          </g>
        </Drawing>
      )}
      <Foot by={(k) => zooming.current?.by(k)}><ul class="legend"><li><i class="swatch mc" />cooperation</li><li><i class="swatch mf" />conflict (dashed)</li><li class="dim">size: events; thickness: dealings</li></ul></Foot>
    </div>
  );
}

function Overview({ route, state, epoch }) {
  const { params } = route;
  const filters = onlyFilters(params);
  const level = params.get('level') ?? '', kind = params.get('links') ?? '';
  const { data, error, loading } = useData(actorsQuestion(params), epoch);
  const [chosen, setChosen] = useState(null);
  const svg = useRef(null);
  const set = (changes) => go(href('actors', withParams(params, changes)), true);
  return (
    <WithFacets view="actors" params={params} epoch={epoch} state={state} head={(
        <Heading title="Actors" sub={data && `${plural(data.actors, 'actor')} in ${plural(data.total, 'event')}${data.actors > data.nodes.length ? `; the ${data.nodes.length} most active are shown` : ''}`}>
          <Segmented label="Level" value={level} options={[['', 'Countries and bodies'], ['name', 'By name']]} onChange={(v) => set({ level: v })} />
          <Segmented label="Links" value={kind} options={[['', 'All'], ['cooperation', 'Cooperation'], ['conflict', 'Conflict']]} onChange={(v) => set({ links: v })} />
          {data && <Download name="actors" svg={svg} table={() => [['a', 'b', 'cooperation', 'conflict', 'score'], data.links.map(([a, b, c, f, s]) => [data.nodes[a].key, data.nodes[b].key, c, f, s])]} />}
        </Heading>
      )}>
      {error && <Failure error={error} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && data.total === 0 && !loading && <NoHits params={params} view="actors" />}
      {data && data.nodes.length > 0 && (
        <div class="network-view">
          <Network data={data} svg={svg} chosen={chosen} setChosen={setChosen} kind={kind} />
          <Ranking rows={data.nodes.map((n) => ({ ...n, to: href('actors', null, n.key), n: n.did + n.received }))} chosen={chosen} setChosen={setChosen} />
        </div>
      )}
    </WithFacets>
  );
}

function Types({ rows }) {
  const max = Math.max(1, ...rows.flatMap((r) => [r[1], r[2]]));
  const sorted = rows.slice().sort((a, b) => b[1] + b[2] - a[1] - a[2]);
  const width = (n) => `calc((100% - 7ch) * ${n / max})`; // beside its number
  return (
    <table class="butterfly">
      <caption class="hidden">Events by type, as actor and as recipient</caption>
      <thead><tr><th scope="col" class="num">did</th><th scope="col">Type</th><th scope="col">had done to it</th></tr></thead>
      <tbody>{sorted.map(([type, did, received]) => (
        <tr key={type}><td class="num"><span>{did || ''}</span><i style={{ width: width(did) }} /></td><th scope="row">{typeName(type)}</th><td><i style={{ width: width(received) }} /><span>{received || ''}</span></td></tr>
      ))}</tbody>
    </table>
  );
}

function With({ rows, name }) {
  const max = Math.max(1, ...rows.map((r) => r.did[0] + r.did[1] + r.received[0] + r.received[1]));
  return (
    <ul class="with">{rows.slice(0, 14).map((r) => (
      <li key={r.key}>
        <a class="name" href={href('actors', null, r.key)}>{r.label}</a>
        <SplitBar cooperation={r.did[0] + r.received[0]} conflict={r.did[1] + r.received[1]} max={max} />
        <a class="n" href={href('timeline', withParams(null, { pair: `${name}~${r.key}` }))} title={`Timeline with ${r.label}`}>{r.did[0] + r.did[1] + r.received[0] + r.received[1]}</a>
        <span class="hidden">{r.did[0] + r.received[0]} cooperation, {r.did[1] + r.received[1]} conflict</span>
      </li>
    ))}</ul>
  );
}

function Source({ r }) {
  return <span class="dim">{day(r.published)} · <a href={href('article', null, r.document)}>{r.outlet || articleName(r)}</a></span>;
}

function One({ route, epoch }) {
  const key = route.id, p = 'party=' + encodeURIComponent(key);
  const { data, error } = useData(actorQuestion(key), epoch);
  const name = data?.key ?? key, q = 'party=' + encodeURIComponent(name);
  const events = useData(data && `events?${q}&sort=-date&limit=8`, epoch), said = useData(data && `statements?${q}&limit=12`, epoch), stands = useData(data && `positions?${q}&limit=24`, epoch), claims = useData(data && `claims?${q}&disputed=1&limit=8`, epoch);
  if (error) return <Lacking error={error} view="actors" all="All actors" />;
  if (!data) return <Skeleton lines={12} />;
  return (
    <div class="actor">
      <Heading title={data.label} sub={<>{data.kind === 'name' && data.party_label && data.party !== data.key && data.party_label !== data.label && <><a href={href('actors', null, data.party)}>{data.party_label}</a> · </>}{plural(data.did, 'event')} as actor, {count(data.received)} as recipient</>}>
        <a class="button" href="#/actors">All actors</a>
        <a class="button" href={href('timeline', withParams(null, { party: name }))}>Timeline</a>
        <a class="button" href={href('events', withParams(null, { party: name }))}>All events</a>
        <Download name="actor" table={() => [['with', 'did_cooperation', 'did_conflict', 'received_cooperation', 'received_conflict'], data.with.map((r) => [r.key, ...r.did, ...r.received])]} />
      </Heading>
      <div class="cards">
        <section><h2>What</h2><Types rows={data.types} /></section>
        <section><h2>With whom</h2>{data.with.length ? <With rows={data.with} name={name} /> : <p class="dim">No dealings with others.</p>}</section>
        {data.kind === 'party' && data.members.length > 1 && <section><h2>Who</h2><ul class="who-list">{data.members.slice(0, 18).map(([m, n]) => <li key={m}><a href={href('actors', null, m)}>{m}</a> <span class="n dim">{n}</span></li>)}</ul></section>}
        <section class="wide"><h2>Last events</h2><ul class="items">{events.data?.rows.map((e) => <li key={e.row}><p class="top"><Swatch quad={e.record.quad} /><strong>{typeName(e.record.event_type)}</strong> <Parties list={e.record.actors} /> <span class="dim">→</span> <Parties list={e.record.recipients} /> <Status value={statusOf(e.record)} /></p><p><Sentence record={e.record} /></p><Source r={e} /></li>)}</ul></section>
        {said.data?.rows.length > 0 && <section class="wide"><h2>Said</h2><ul class="items">{said.data.rows.map((s) => <li key={s.row}><p><q>{s.record.content?.text}</q></p><span class="dim">{who(s.record.speaker)} · {s.record.manner} · </span><Source r={s} /></li>)}</ul></section>}
        {stands.data?.rows.length > 0 && <section class="wide"><h2>Demands, offers, refusals</h2><ul class="items">{stands.data.rows.map((s) => <li key={s.row}><p class="top"><strong>{s.record.stance}</strong> {s.record.issue}</p>{s.record.content && <p><q>{s.record.content.text}</q></p>}<span class="dim">{who(s.record.holder)}{s.record.toward ? ` toward ${who(s.record.toward)}` : ''} · </span><Source r={s} /></li>)}</ul></section>}
        {claims.data?.rows.length > 0 && <section class="wide"><h2>Claims that others dispute</h2><ul class="items">{claims.data.rows.map((s) => <li key={s.row}><p><q>{s.record.content?.text}</q></p>{s.record.responses?.map((a, i) => <p key={i} class="dim">{a.by ? who(a.by) : 'Somebody'} {a.stance}{a.content?.text ? `: “${a.content.text}”` : ''}</p>)}<Source r={s} /></li>)}</ul></section>}
      </div>
    </div>
  );
}

export function Actors(props) {
  return props.route.id ? <One key={props.route.id} {...props} /> : <Overview {...props} />;
}
