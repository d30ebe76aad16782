// map.jsx: where it happened. The shapes of the world come with the program; nothing is fetched from elsewhere.
import { arc, pie } from 'd3-shape';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { WithFacets } from './facets.jsx';
import { count, go, href, WORLD_SHAPES, mapQuestion, onlyFilters, plural, useData, useHeight, useWidth, withParams } from './lib.js';
import { Download, Drawing, Failure, Foot, Heading, Legend, NoHits, Ranking, Skeleton } from './parts.jsx';
import { placeNames } from './names.js';
import { WORLD, place as placed } from './world.js';

const CLASSES = ['vc', 'mc', 'vf', 'mf'];
const slices = pie().sort(null);

// The part of the world with most of the events, and a little around it: {x, y, k}; least: no smaller than this.
function fit(spots, width, height, least) {
  const points = spots.slice().sort((a, b) => b.p.all - a.p.all).slice(0, 40);
  if (!points.length) return { x: 0, y: 0, k: 1 };
  const xs = points.map((p) => p.x), ys = points.map((p) => p.y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.max(least, Math.min(7, 0.78 / Math.max((x1 - x0) / width, (y1 - y0) / height)));
  const middle = (size, a, b) => Math.max(size - k * size, Math.min(0, size / 2 - (k * (a + b)) / 2)); // no empty rim
  return { x: middle(width, x0, x1), y: middle(height, y0, y1), k };
}

const shift = (t, s) => [t.x + t.k * s.x, t.y + t.k * s.y];

// Names of the largest places that are in sight: spot -> where.
function labels(spots, t, width, height) {
  const seen = new Map(spots.map((s) => { const [x, y] = shift(t, s); return [{ x, y, r: s.r, name: s.p.place }, s]; }));
  const inSight = [...seen.keys()].filter((n) => n.x >= 0 && n.x <= width && n.y >= 0 && n.y <= height);
  return new Map([...placeNames(inSight, width, height, ['right', 'left'], { most: 60 })].map(([n, at]) => [seen.get(n), at]));
}

function World({ data, svg, chosen, setChosen, open }) {
  const [box, width] = useWidth();
  const { data: shapes } = useData(WORLD_SHAPES);
  const room = useHeight();
  const phone = width < 600, height = Math.round(phone ? width * 0.8 : Math.min(width * 0.6, Math.max(400, room - 290))) || 300;
  const unit = Math.min(width / WORLD.width, height / WORLD.height), left = (width - unit * WORLD.width) / 2, top = (height - unit * WORLD.height) / 2;
  const spots = useMemo(() => {
    const most = Math.max(1, ...data.places.map((p) => p.all));
    return data.places.map((p) => { const [x, y] = placed(p.lon, p.lat); return { p, x: left + unit * x, y: top + unit * y, r: 3.5 + Math.min(phone ? 13 : 24, 6 + 2 * Math.sqrt(most)) * Math.sqrt(p.all / most) }; }).sort((a, b) => b.r - a.r);
  }, [data, width, height]);
  const start = useMemo(() => fit(spots, width, height, phone ? height / (unit * WORLD.height) : 1), [spots]); // a telephone shows a part of it, but one can see what
  const [moved, setMoved] = useState(null); // by hand, from where it started
  const t = moved?.start === start ? moved.t : start;
  const zooming = useRef(null);
  useEffect(() => {
    if (!svg.current || !width) return undefined;
    let gone = false;
    import('./zoom.js').then(({ attach }) => {
      if (!gone) zooming.current = attach(svg.current, start, { scale: [1, 24], within: [[0, 0], [width, height]], told: (to) => setMoved({ start, t: to }) });
    }, () => {});
    return () => { gone = true; zooming.current?.end(); };
  }, [start]);
  const named = useMemo(() => labels(spots, t, width, height), [spots, t]);
  return (
    <div ref={box} class="map-box">
      {width > 0 && (
        <Drawing svg={svg} name="world" width={width} height={height} role="group" aria-label="Map of places with events. The list beside it has the same places and numbers.">
          <rect class="sea" width={width} height={height} />
          {shapes && <g transform={`translate(${shift(t, { x: left, y: top })}) scale(${(t.k * unit) / 10})`}>
            <path class="graticule" d={shapes.graticule} vector-effect="non-scaling-stroke" />
            <path class="land" d={shapes.land} vector-effect="non-scaling-stroke" />
          </g>}
          {spots.map((s) => (
            <g key={s.p.place + s.p.country} class={`spot ${chosen === s.p.place ? 'lit' : ''}`} transform={`translate(${shift(t, s)})`} onPointerEnter={() => setChosen(s.p.place)} onPointerLeave={() => setChosen(null)} onClick={() => open(s.p.place)}>
              <circle class="ring" r={s.r + 1.5} />
              {slices(s.p.n).map((a, i) => s.p.n[i] > 0 && <path key={i} class={CLASSES[i]} d={arc().innerRadius(s.r * 0.45).outerRadius(s.r)(a)} />)}
            </g>
          ))}
          {spots.map((s) => {
            const at = named.get(s) ?? (chosen === s.p.place && { x: shift(t, s)[0] + s.r + 5, y: shift(t, s)[1], anchor: 'start' });
            return at && <text key={s.p.place + s.p.country} class="place-name" text-anchor={at.anchor} x={at.x} y={at.y} dy="0.35em">{s.p.place}</text>;
          })}
        </Drawing>
      )}
      <Foot by={(k) => zooming.current?.by(k)}><Legend /></Foot>
    </div>
  );
}

export function MapView({ route, state, epoch }) {
  const { params } = route;
  const filters = onlyFilters(params);
  const { data, error, loading } = useData(mapQuestion(params), epoch);
  const [chosen, setChosen] = useState(null);
  const svg = useRef(null);
  const open = (place) => go(href('events', withParams(filters, { place })));
  const ranked = data?.places.slice().sort((a, b) => b.all - a.all) ?? [];
  return (
    <WithFacets view="map" params={params} epoch={epoch} state={state} head={(
        <Heading title="Map" sub={data && `${plural(data.placed, 'event')} at ${plural(data.places.length, 'place')}; ${count(data.total - data.placed)} tell no place`}>
          {data && <Download name="places" svg={svg} table={() => [['place', 'country', 'lat', 'lon', 'verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict', 'all'], ranked.map((p) => [p.place, p.country, p.lat, p.lon, ...p.n, p.all])]} />}
        </Heading>
      )}>
      {error && <Failure error={error} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && data.total === 0 && !loading && <NoHits params={params} view="map" />}
      {data && data.total > 0 && (
        <div class="network-view">
          <World data={data} svg={svg} chosen={chosen} setChosen={setChosen} open={open} />
          <Ranking rows={ranked.slice(0, 60).map((p) => ({ key: p.place, to: href('events', withParams(filters, { place: p.place })), label: p.place, code: p.country, cooperation: p.n[0] + p.n[1], conflict: p.n[2] + p.n[3], n: p.all }))} chosen={chosen} setChosen={setChosen} />
        </div>
      )}
    </WithFacets>
  );
}
