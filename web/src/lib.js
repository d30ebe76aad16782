// lib.js: what the views share that draws nothing: addresses, questions to the server, words for values, downloads.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

// ---- addresses: #/events?actor=RUS&type=THREATEN ----

export const FILTERS = ['actor', 'recipient', 'party', 'pair', 'said_by', 'type', 'status', 'quad', 'outlet', 'place', 'from', 'to', 'q', 'doc', 'date', 'undated', 'copies'];

export function readRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map((p) => { try { return decodeURIComponent(p); } catch { return p; } });
  return { view: parts[0] || 'timeline', id: parts[1] ?? '', params: new URLSearchParams(query) };
}

export function href(view, params, id) {
  const query = params?.toString() ?? '';
  return `#/${view}${id !== undefined ? '/' + encodeURIComponent(id) : ''}${query ? '?' + query : ''}`;
}

export function go(to, replace) {
  if (replace) {
    history.replaceState(null, '', to);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = to;
  }
}

// A copy with some names set (an array or a value) or, with null, removed.
export function withParams(params, changes) {
  const out = new URLSearchParams(params ?? '');
  for (const [name, value] of Object.entries(changes)) {
    out.delete(name);
    for (const v of Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value]) out.append(name, v);
  }
  return out;
}

export function onlyFilters(params) {
  const out = new URLSearchParams();
  for (const [name, value] of params) if (FILTERS.includes(name)) out.append(name, value);
  return out;
}

// ---- the server ----

// What the first view will ask, asked before it is drawn: drawing comes first in the browser's order, and answers take their time.
const early = new Map();
export const askEarly = (paths) => paths.forEach((p) => {
  const answer = ask(p);
  answer.catch(() => {}); // who takes it says so
  early.set(p, answer);
});
export const timelineQuestion = (params) => 'timeline?' + withParams(onlyFilters(params), { by: params.get('by') });
export const facetsQuestion = (params) => 'facets?' + onlyFilters(params);

function answerTo(path, signal) {
  const answer = early.get(path);
  early.delete(path); // once: later the store may have changed
  return answer ?? ask(path, signal);
}

// {data, error, loading}. The last data stay while new ones come, so that nothing jumps. epoch: changes when the store has.
export function useData(path, epoch = 0) {
  const [state, set] = useState({ data: null, error: null, loading: true });
  useEffect(() => {
    if (!path) return undefined;
    const stop = new AbortController();
    set((s) => ({ ...s, loading: true }));
    answerTo(path, stop.signal).then(
      (data) => { if (!stop.signal.aborted) set({ data, error: null, loading: false, path }); }, // what was asked early can't be aborted, but comes too late
      (error) => { if (!stop.signal.aborted) set({ data: null, error, loading: false, path }); });
    return () => stop.abort();
  }, [path, epoch]);
  return state;
}

export async function ask(path, signal) {
  let answer;
  try {
    answer = await fetch('/api/' + path, { signal });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Error('The server does not answer. Was it ended? Start it again with “attache serve”, then reload this page.');
  }
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  let why = text;
  try { why = JSON.parse(text).error; } catch { /* plain words */ }
  throw new Error(why || `The server answered ${answer.status}.`);
}

export function useWidth() {
  const ref = useRef(null);
  const [width, set] = useState(0);
  useEffect(() => {
    if (!ref.current) return undefined;
    const watch = new ResizeObserver(([e]) => set(Math.floor(e.contentRect.width)));
    watch.observe(ref.current);
    set(Math.floor(ref.current.getBoundingClientRect().width));
    return () => watch.disconnect();
  }, []);
  return [ref, width];
}

export function useMedia(query) {
  const [on, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const m = matchMedia(query);
    const f = () => set(m.matches);
    m.addEventListener('change', f);
    return () => m.removeEventListener('change', f);
  }, [query]);
  return on;
}

export function useStored(key, fallback) {
  const [value, set] = useState(() => { try { return localStorage.getItem(key) ?? fallback; } catch { return fallback; } });
  const put = useCallback((v) => { set(v); try { localStorage.setItem(key, v); } catch { /* private window */ } }, [key]);
  return [value, put];
}

// ---- words ----

export const QUADS = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];
export const QUAD_CLASS = { 'verbal cooperation': 'vc', 'material cooperation': 'mc', 'verbal conflict': 'vf', 'material conflict': 'mf' };

const whole = new Intl.NumberFormat('en-GB');
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
export const count = (n) => whole.format(n);
export const number = (n) => (n === null || n === undefined ? '–' : short.format(n).replace('-', '−'));
export const brief = (n) => (Math.abs(n) < 10000 ? short.format(n) : compact.format(n)).replace('-', '−');
export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// 11–17 Sep 1978, 28 Feb – 3 Mar 2022: what both ends share is said once.
function range(from, to) {
  const [a, b] = [day(from).split(' '), day(to).split(' ')];
  if (a.length !== 3 || b.length !== 3 || a[2] !== b[2]) return `${a.join(' ')} – ${b.join(' ')}`;
  return a[1] === b[1] ? `${a[0]}–${b.join(' ')}` : `${a[0]} ${a[1]} – ${b.join(' ')}`;
}

// 2022-02-14 -> 14 Feb 2022; months, years and ranges as they are meant.
export function day(value) {
  if (!value) return '';
  if (value.includes('/')) return range(...value.split('/'));
  const [y, m, d] = value.slice(0, 10).split('-');
  return [d && String(Number(d)), m && MONTHS[Number(m) - 1], y].filter(Boolean).join(' ');
}
export const iso = (date) => date.toISOString().slice(0, 10);

export const sentenceCase = (s) => (s ? s[0].toUpperCase() + s.slice(1) : '');
export const typeName = (t) => sentenceCase((t ?? '').toLowerCase());
export const who = (a) => a.name || a.text || a.code || '–';
export const whoAll = (list) => (list?.length ? list.map(who).join(', ') : '–');
export const articleName = (r) => r.title || r.doc;

// ---- text: spans are bytes of UTF-8, JavaScript counts in UTF-16 ----

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function byteSlices(text, cuts) {
  const bytes = encoder.encode(text);
  const at = [0, ...cuts.map((c) => Math.max(0, Math.min(bytes.length, c))), bytes.length];
  return at.slice(1).map((end, i) => decoder.decode(bytes.subarray(at[i], Math.max(at[i], end))));
}

// Maps offsets in bytes to offsets in the string.
export function byteMap(text) {
  const map = new Uint32Array(encoder.encode(text).length + 1);
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i);
    const n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let k = 0; k < n; k++) map[b + k] = i;
    b += n;
    if (code > 0xffff) i++;
  }
  map[b] = text.length;
  return (offset) => map[Math.max(0, Math.min(offset, map.length - 1))];
}

// ---- downloads ----

// RFC 4180, and nothing that a spreadsheet would take for a formula (OWASP, CSV injection); as att_csv_text of the program.
export function csvCell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  let s = String(value);
  const formula = /^[=+\-@\t\r]/.test(s);
  if (formula) s = "'" + s;
  return formula || /[",\r\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
}

export const csv = (head, rows) => [head, ...rows].map((r) => r.map(csvCell).join(',')).join('\r\n') + '\r\n';

export function save(name, type, content) {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 10000);
}

// The drawing by itself: what the page's style sheet says about each part is written into the part.
const STYLED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'paint-order', 'visibility', 'letter-spacing'];
export function svgText(svg) {
  const copy = svg.cloneNode(true);
  const from = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((el, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of STYLED) {
      const v = style.getPropertyValue(name);
      if (v) el.setAttribute(name, v);
    }
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'style']) el.removeAttribute(name);
  });
  copy.querySelectorAll('.no-export').forEach((el) => el.remove());
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  if (!copy.getAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.removeAttribute('class');
  const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  back.setAttribute('width', '100%');
  back.setAttribute('height', '100%');
  back.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(back);
  return new XMLSerializer().serializeToString(copy);
}

export async function svgPng(svg) {
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
