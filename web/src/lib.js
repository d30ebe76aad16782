// lib.js: what the views share that draws nothing: addresses, questions to the server, words for values, downloads.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { answerTo, known } from './ask.js';

export * from './ask.js';

// ---- addresses: #/events?actor=RUS&type=THREATEN; what they ask for is in ask.js ----

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

// ---- the server ----

// {data, error, loading}. The last data stay while new ones come, so that nothing jumps. epoch: changes when the store has.
export function useData(path, epoch = 0) {
  const [state, set] = useState(() => { const data = path ? known(path) : null; return { data, error: null, loading: !data, path }; });
  const had = useRef(state.data && path);
  useLayoutEffect(() => { // before anything is painted: the sooner asked, the sooner there
    const given = had.current;
    had.current = null;
    if (!path || given === path) return undefined;
    const stop = new AbortController();
    set((s) => ({ ...s, loading: true }));
    answerTo(path, stop.signal).then(
      (data) => { if (!stop.signal.aborted) set({ data, error: null, loading: false, path }); }, // what was asked early can't be aborted, but comes too late
      (error) => { if (!stop.signal.aborted) set({ data: null, error, loading: false, path }); });
    return () => stop.abort();
  }, [path, epoch]);
  return state;
}

// ---- room: in units, ten of which are a rem of the style sheet; a drawing's viewBox is in them, its width is that of its box ----

export const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;

export function useWidth() {
  const ref = useRef(null);
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    if (!ref.current) return undefined;
    const look = () => set(Math.floor(ref.current.clientWidth / unit()));
    const watch = new ResizeObserver(look);
    watch.observe(ref.current);
    look();
    return () => watch.disconnect();
  }, []);
  return [ref, width];
}

// The height of the window.
export function useHeight() {
  const look = () => Math.floor(innerHeight / unit());
  const [height, set] = useState(look);
  useEffect(() => {
    const change = () => set(look());
    addEventListener('resize', change);
    return () => removeEventListener('resize', change);
  }, []);
  return height;
}

// How far from its left the pointer is in a drawing.
export function pointerX(e, svg = e.currentTarget) {
  const { left, width } = svg.getBoundingClientRect();
  return ((e.clientX - left) * svg.viewBox.baseVal.width) / width;
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

// By hand: Intl needs ten milliseconds to begin with.
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const tenths = (n) => {
  const [whole, part] = Math.abs(n).toFixed(1).split('.');
  return (n < 0 && Math.abs(n) >= 0.05 ? '−' : '') + grouped(whole) + (part === '0' ? '' : '.' + part);
};
const LARGE = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']];
export const count = (n) => grouped(String(n));
export const number = (n) => (n === null || n === undefined ? '–' : tenths(n));
export function brief(n) {
  const [unit, word] = Math.abs(n) < 10000 ? [1, ''] : LARGE.find(([u]) => Math.abs(n) >= u);
  return tenths(n / unit) + word;
}
export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// A day that begins or ends a month or a year of which all is meant: 1980-01-01/1989-12-31 is 1980/1989.
function whole(from, to) {
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0)).getUTCDate();
  if (from.length !== 10 || to.length !== 10 || !from.endsWith('-01') || Number(to.slice(8)) !== last) return [from, to];
  const years = from.endsWith('-01-01') && to.endsWith('-12-31');
  return [from, to].map((d) => d.slice(0, years ? 4 : 7));
}

// 11–17 Sep 1978, 28 Feb – 3 Mar 2022, Mar–May 2002, 1980–1989: what both ends share is said once.
function range(from, to) {
  const [a, b] = whole(from, to).map((d) => day(d).split(' '));
  if (a.join() === b.join()) return a.join(' ');
  if (a.length === b.length && a.length < 3) return a.length === 1 || a[1] === b[1] ? `${a[0]}–${b.join(' ')}` : `${a.join(' ')} – ${b.join(' ')}`;
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
