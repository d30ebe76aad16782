// parts.jsx: small pieces that more than one view is made of.
import { useEffect, useRef, useState } from 'preact/hooks';
import { FILTERS, QUADS, QUAD_CLASS, byteSlices, count, csv, day, go, href, onlyFilters, save, typeName, who, withParams } from './lib.js';
import { svgPng, svgText } from './picture.js';

export function Icon({ name }) {
  const D = {
    down: 'M4 6l4 4 4-4', right: 'M6 4l4 4-4 4', close: 'M4 4l8 8M12 4l-8 8', search: 'M7 12A5 5 0 107 2a5 5 0 000 10zM11 11l3.5 3.5',
    save: 'M8 2v8M4.5 7L8 10.5 11.5 7M3 13.5h10', filter: 'M2 4h12M4.5 8h7M7 12h2', moon: 'M13 9.5A5.5 5.5 0 016.5 3a5.5 5.5 0 106.5 6.5z',
    sun: 'M8 5a3 3 0 100 6 3 3 0 000-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1', auto: 'M8 2a6 6 0 100 12zM8 2a6 6 0 010 12', out: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7 9',
  };
  return <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={D[name]} /></svg>;
}

// A button that opens a small panel; closes with Escape, a click elsewhere, or a choice.
export function Popover({ label, title, children, className = '', align = 'right' }) {
  const [open, set] = useState(false);
  const ref = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (e) => { if (!ref.current?.contains(e.target)) set(false); };
    const key = (e) => { if (e.key === 'Escape') { set(false); ref.current?.querySelector('button')?.focus(); } };
    addEventListener('pointerdown', away);
    addEventListener('keydown', key);
    return () => { removeEventListener('pointerdown', away); removeEventListener('keydown', key); };
  }, [open]);
  return (
    <div class={`popover ${className}`} ref={ref}>
      <button type="button" class="button" aria-expanded={open} title={title} onClick={() => set(!open)}>{label}</button>
      {open && <div class={`panel ${align}`}>{typeof children === 'function' ? children(() => set(false)) : children}</div>}
    </div>
  );
}

// What a view shows, to take along. table: () => [head, rows]; svg: ref; links: [[label, address]].
export function Download({ name, table, svg, links = [] }) {
  return (
    <Popover label={<><Icon name="save" /> <span class="text-label">Download</span></>} title="Download what is shown">
      {(close) => (
        <ul class="menu">
          {table && <li><button type="button" onClick={() => { save(name + '.csv', 'text/csv', csv(...table())); close(); }}>CSV <small>for spreadsheets</small></button></li>}
          {links.map(([label, small, to]) => <li key={to}><a href={to} download onClick={close}>{label} <small>{small}</small></a></li>)}
          {svg && <li><button type="button" onClick={() => { save(name + '.svg', 'image/svg+xml', svgText(svg.current)); close(); }}>SVG <small>drawing</small></button></li>}
          {svg && <li><button type="button" onClick={async () => { save(name + '.png', 'image/png', await svgPng(svg.current)); close(); }}>PNG <small>picture</small></button></li>}
        </ul>
      )}
    </Popover>
  );
}

export function Failure({ error }) {
  return <div class="note failure" role="alert"><strong>That did not work.</strong> {error.message} <button type="button" class="link" onClick={() => location.reload()}>Try again</button></div>;
}

// Nothing has this address; a way back.
export function Missing({ children, view, all }) {
  return <div class="empty" role="alert"><h1>{children}</h1><p><a class="button" href={href(view)}>{all}</a></p></div>;
}

export const Lacking = ({ error, ...back }) => (error.status === 404 ? <Missing {...back}>{error.message}</Missing> : <Failure error={error} />);

// No hits: which conditions stand in the way, each to be dropped by a click.
export function NoHits({ params, view, what = 'events' }) {
  const active = [...onlyFilters(params)];
  return (
    <div class="empty">
      <h2>No {what} meet these conditions</h2>
      {active.length > 0 && <>
        <p>Drop one of them:</p>
        <p class="chips">{active.map(([n, v]) => <FilterChip key={n + v} name={n} value={v} view={view} params={params} />)}</p>
        <p><a class="button" href={href(view, withParams(params, Object.fromEntries(FILTERS.map((f) => [f, null]))))}>Drop all</a></p>
      </>}
    </div>
  );
}

export const FILTER_LABEL = { actor: 'Actor', recipient: 'Recipient', party: 'With', pair: 'Between', said_by: 'Said by', type: 'Type', status: 'Status', quad: 'Class', outlet: 'Source', place: 'Place', from: 'From', to: 'To', q: 'Words', doc: 'Article', date: 'Date', undated: 'Undated', copies: 'Copies' };

export function filterValue(name, value) {
  if (name === 'type') return typeName(value);
  if (name === 'pair') return value.split('~').join(' and ');
  if (name === 'date') return 'without one';
  if (name === 'undated') return 'on the day of the report';
  if (name === 'from' || name === 'to') return day(value);
  if (name === 'copies') return 'counted';
  return value;
}

export function without(params, name, value) {
  return withParams(params, { [name]: params.getAll(name).filter((v) => v !== value) });
}

export function FilterChip({ name, value, view, params, id }) {
  return (
    <a class="chip" href={href(view, without(params, name, value), id)} aria-label={`Remove the condition ${FILTER_LABEL[name]}: ${filterValue(name, value)}`}>
      <span class="dim">{FILTER_LABEL[name]}</span> {filterValue(name, value)} <Icon name="close" />
    </a>
  );
}

export function Swatch({ quad }) {
  return <i class={`swatch ${QUAD_CLASS[quad] ?? ''}`} aria-hidden="true" />;
}

export function Legend() {
  return <ul class="legend" aria-label="Colours">{QUADS.map((q) => <li key={q}><Swatch quad={q} />{q}</li>)}</ul>;
}

export function Party({ a, link = true, tab }) {
  const label = who(a);
  const code = a.code && a.code.replace('IGO:', '') !== label ? a.code.replace('IGO:', '') : '';
  const body = <>{label}{code && <abbr class="code">{code}</abbr>}</>;
  const key = a.name || a.code || a.text;
  return link && key ? <a class="party" href={href('actors', null, key)} tabIndex={tab}>{body}</a> : <span class="party">{body}</span>;
}

export function Parties({ list, link, tab }) {
  if (!list?.length) return <span class="dim">–</span>;
  return <span>{list.map((a, i) => <span key={i}>{i > 0 && <span class="dim">, </span>}<Party a={a} link={link} tab={tab} /></span>)}</span>;
}

const STATUS_MARK = { occurred: '●', ongoing: '◐', planned: '○', conditional: '◇', possible: '?', negated: '✕', alleged: '“', denied: '⊘', history: '◂' };
/* An event of long ago that the article tells as background is a class of its own, whatever its status. */
export const statusOf = (r) => (r.history ? 'history' : r.status);

export function Status({ value }) {
  return <span class={`status ${value}`}><i aria-hidden="true">{STATUS_MARK[value] ?? ''}</i>{value}</span>;
}

// The sentence with the words that made the record.
export function Sentence({ record, className }) {
  const text = record.sentence_text ?? '';
  const t = record.trigger?.span, s = record.sentence;
  if (!t || !s) return <q class={className}>{text}</q>;
  const [before, trigger, after] = byteSlices(text, [t[0] - s[0], t[1] - s[0]]);
  return <span class={className}>{before}<mark>{trigger}</mark>{after}</span>;
}

// Text with the marks of the search: control characters 1 and 2 stand around what was found.
export function Found({ text }) {
  return (text ?? '').split('\u0001').map((part, i) => {
    if (i === 0) return part;
    const [hit, ...rest] = part.split('\u0002');
    return <span key={i}><mark>{hit}</mark>{rest.join('')}</span>;
  });
}

export function Skeleton({ lines = 6 }) {
  return <div class="skeleton" role="status"><span class="hidden">Loading</span>{Array.from({ length: lines }, (_, i) => <i key={i} class={`w${(i * 7) % 5}`} />)}</div>;
}

// A drawing in units, as wide as its box.
export function Drawing({ svg, width, height, name, children, ...rest }) {
  return <svg ref={svg} class={`drawing ${name}`} viewBox={`0 0 ${width} ${height}`} {...rest}>{children}</svg>;
}

// The days, months or years below a drawing; a name at its side stays inside.
export function TimeAxis({ x, y, width }) {
  const ticks = x.ticks(Math.max(2, Math.min(12, Math.floor(width / 90))));
  const format = x.tickFormat(ticks.length);
  const inside = (at, name) => Math.max(3.6 * name.length, Math.min(width - 3.6 * name.length, at));
  return <g class="axis">{ticks.map((t) => <g key={+t}><line x1={x(t)} x2={x(t)} y1={y} y2={y + 4} /><text x={inside(x(t), format(t))} y={y + 17} text-anchor="middle">{format(t)}</text></g>)}</g>;
}

// Below a drawing that can be zoomed: its colours, and zooming for those without a wheel.
export function Foot({ by, children }) {
  return (
    <div class="foot">{children}
      <div class="zoom"><button type="button" class="button" onClick={() => by(1 / 1.6)} aria-label="Zoom out">−</button><button type="button" class="button" onClick={() => by(1.6)} aria-label="Zoom in">+</button></div>
    </div>
  );
}

export function Heading({ title, sub, children }) {
  return (
    <div class="heading">
      <div><h1>{title}</h1><p class="sub" role="status">{sub}</p></div>
      <div class="tools">{children}</div>
    </div>
  );
}

// A bar cut into cooperation and conflict.
export function SplitBar({ cooperation, conflict, max }) {
  const w = (n) => `${max ? (100 * n) / max : 0}%`;
  return <span class="split" aria-hidden="true"><i class="mc" style={{ width: w(cooperation) }} /><i class="mf" style={{ width: w(conflict) }} /></span>;
}

// The same as a drawing of spots shows, as a list: [{key, to, label, code, cooperation, conflict, n}], the largest first.
export function Ranking({ rows, chosen, setChosen }) {
  const max = Math.max(1, ...rows.map((r) => r.cooperation + r.conflict));
  return (
    <ol class="ranking">{rows.map((r) => (
      <li key={r.key + r.code} class={chosen === r.key ? 'lit' : ''} onPointerEnter={() => setChosen(r.key)} onPointerLeave={() => setChosen(null)}>
        <a href={r.to} onFocus={() => setChosen(r.key)} onBlur={() => setChosen(null)}>
          <span class="name">{r.label}{r.code && <abbr class="code">{r.code}</abbr>}</span><SplitBar cooperation={r.cooperation} conflict={r.conflict} max={max} /><span class="n">{count(r.n)}</span><span class="hidden"> events, {r.cooperation} cooperation, {r.conflict} conflict</span>
        </a>
      </li>
    ))}</ol>
  );
}

export function Segmented({ label, value, options, onChange }) {
  return (
    <fieldset class="segmented"><legend class="hidden">{label}</legend>
      {options.map(([v, l]) => <label key={v} class={v === value ? 'on' : ''}><input type="radio" name={label} checked={v === value} onChange={() => onChange(v)} />{l}</label>)}
    </fieldset>
  );
}

export function setParams(view, params, changes, id, replace) {
  go(href(view, withParams(params, changes), id), replace);
}

export const total = (n) => count(n);
