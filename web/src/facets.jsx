// facets.jsx: the conditions beside a view: each value with how many events it would leave.
import { useEffect, useRef, useState } from 'preact/hooks';
import { BESIDE, QUAD_CLASS, count, facetsQuestion, go, href, onlyFilters, typeName, useData, useMedia, withParams } from './lib.js';
import { FilterChip, Icon, Skeleton, without } from './parts.jsx';

const FACETS = [['quad', 'Class'], ['type', 'Type'], ['status', 'Status'], ['actor', 'Actor'], ['recipient', 'Recipient'], ['place', 'Place'], ['outlet', 'Source'], ['said_by', 'Said by']];
const SHORT = 6;

function Values({ name, facet, params, view }) {
  const [all, setAll] = useState(false);
  const [part, setPart] = useState('');
  const chosen = params.getAll(name);
  let rows = facet.top.filter(([key, label]) => !part || label.toLowerCase().includes(part.toLowerCase()) || key.toLowerCase().includes(part.toLowerCase()));
  const missing = chosen.filter((c) => !facet.top.some(([key]) => key === c)).map((c) => [c, c, 0]);
  rows = [...missing, ...rows];
  const shown = all || part ? rows.slice(0, 60) : rows.filter(([key], i) => i < SHORT || chosen.includes(key));
  const max = Math.max(1, ...facet.top.map((r) => r[2]));
  const toggle = (key) => go(href(view, chosen.includes(key) ? without(params, name, key) : withParams(params, { [name]: [...chosen, key] })));
  return (
    <>
      {all && facet.top.length > 12 && <input class="small" type="search" placeholder="Find…" aria-label="Find a value" value={part} onInput={(e) => setPart(e.target.value)} />}
      <ul class="values">
        {shown.map(([key, label, n]) => (
          <li key={key}>
            <label>
              <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
              <span class="name">{name === 'quad' && <i class={`swatch ${QUAD_CLASS[key]}`} />}{name === 'type' ? typeName(key) : label}</span>
              <span class="n">{count(n)}</span>
              <i class="bar" style={{ width: `${(100 * n) / max}%` }} />
            </label>
          </li>
        ))}
      </ul>
      {rows.length > SHORT && !part && <button type="button" class="link" onClick={() => setAll(!all)}>{all ? 'Fewer' : `All ${count(facet.values)}`}</button>}
    </>
  );
}

function Dates({ params, view, state }) {
  const change = (name) => (e) => go(href(view, withParams(params, { [name]: e.target.value })), true);
  return (
    <div class="dates">
      <label>From <input type="date" value={(params.get('from') ?? '').slice(0, 10)} min={state?.first} max={state?.last} onChange={change('from')} /></label>
      <label>To <input type="date" value={(params.get('to') ?? '').slice(0, 10)} min={state?.first} max={state?.last} onChange={change('to')} /></label>
    </div>
  );
}

export function Facets({ view, params, epoch, state }) {
  const { data, error } = useData(facetsQuestion(params), epoch);
  return (
    <aside class="facets" aria-label="Conditions">
      <details open><summary><h2>Date</h2></summary><Dates params={params} view={view} state={state} /></details>
      {error && <p class="dim">No conditions could be had.</p>}
      {!data && !error && <Skeleton lines={14} />}
      {data && FACETS.map(([name, label]) => data[name].top.length + params.getAll(name).length > 0 && (
        <details key={name} open><summary><h2>{label}</h2></summary><Values name={name} facet={data[name]} params={params} view={view} /></details>
      ))}
    </aside>
  );
}

// Of the first view of all, the view itself is painted first, and the conditions in the next frame; their place is kept.
let painted = false;
function usePainted() {
  const [now, set] = useState(painted);
  useEffect(() => { painted = true; set(true); }, []);
  return now;
}

// The chips above a view, and the facets: beside it where there is room, else in a drawer.
export function WithFacets({ view, params, epoch, state, head, children }) {
  const beside = useMedia(BESIDE[view]);
  const ready = usePainted();
  const [open, setOpen] = useState(false);
  const dialog = useRef(null);
  const active = [...onlyFilters(params)], bar = active.length > 0 || !beside;
  useEffect(() => {
    if (open && dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [open]);
  return (
    <div class={`with-facets ${beside ? 'beside' : ''}`}>
      {beside && (ready ? <Facets view={view} params={params} epoch={epoch} state={state} /> : <div class="facets" />)}
      <div class={`main ${bar ? 'barred' : ''}`} tabIndex={-1}>
        {head}
        {bar && <div class="chips bar">
          {!beside && <button type="button" class="button" onClick={() => setOpen(true)}><Icon name="filter" /> Filter</button>}
          {active.map(([n, v]) => <FilterChip key={n + v} name={n} value={v} view={view} params={params} />)}
          {active.length > 1 && <a class="link" href={href(view, withParams(params, Object.fromEntries(active.map(([n]) => [n, null]))))}>Clear</a>}
        </div>}
        {children}
      </div>
      {open && (
        <dialog ref={dialog} class="drawer" aria-label="Conditions" onClose={() => setOpen(false)} onClick={(e) => { if (e.target === dialog.current) dialog.current.close(); }}>
          <div class="drawer-head"><h2>Conditions</h2><button type="button" class="button" onClick={() => dialog.current.close()}>Done</button></div>
          <Facets view={view} params={params} epoch={epoch} state={state} />
        </dialog>
      )}
    </div>
  );
}
