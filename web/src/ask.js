// ask.js: addresses, and questions to the server.

export const FILTERS = ['actor', 'recipient', 'party', 'pair', 'said_by', 'type', 'status', 'quad', 'outlet', 'place', 'from', 'to', 'q', 'doc', 'date', 'undated', 'copies'];

export function readRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map((p) => { try { return decodeURIComponent(p); } catch { return p; } });
  return { view: parts[0] || 'timeline', id: parts[1] ?? '', params: new URLSearchParams(query) };
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

export async function ask(path, signal) {
  let answer;
  try {
    answer = await fetch(path.startsWith('/') ? path : '/api/' + path, { signal });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Error('The server does not answer. Was it ended? Start it again with “attache serve”, then reload this page.');
  }
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  let why = text;
  try { why = JSON.parse(text).error; } catch { /* plain words */ }
  throw Object.assign(new Error(why || `The server answered ${answer.status}.`), { status: answer.status });
}

// ---- the first question of each view ----

export const ROWS = 100; // of the table of events, at a time
export const timelineQuestion = (params) => 'timeline?' + withParams(onlyFilters(params), { by: params.get('by') });
export const facetsQuestion = (params) => 'facets?' + onlyFilters(params);
export const eventsQuestion = (params, page) => `events?${withParams(onlyFilters(params), { sort: params.get('sort') })}&offset=${page * ROWS}&limit=${ROWS}`;
export const actorsQuestion = (params) => `actors?limit=60&level=${params.get('level') ?? ''}&${onlyFilters(params)}`;
export const actorQuestion = (id) => 'actor?key=' + encodeURIComponent(id);
export const mapQuestion = (params) => 'map?' + onlyFilters(params);
export const articleQuestion = (id) => 'article?document=' + encodeURIComponent(id);
export const articlesQuestion = (params) => `articles?limit=100&offset=${Number(params.get('page') ?? 0) * 100}`;
export const storiesQuestion = (params) => `stories?limit=60&sort=${params.get('sort') ?? 'size'}&offset=${Number(params.get('page') ?? 0) * 60}`;
export const storyQuestion = (id) => 'story?story=' + encodeURIComponent(id);
export const quantitiesQuestion = (params) => 'quantities?' + onlyFilters(params);
export const searchQuestion = (q) => q && 'search?q=' + encodeURIComponent(q);

export const WORLD_SHAPES = '/world.json'; // of the map; build.mjs draws them
// Where there is room for the conditions beside a view: some have a list of their own there.
const WIDE = '(min-width: 68.75em)', WIDER = '(min-width: 112.5em)';
export const BESIDE = { timeline: WIDE, events: WIDE, actors: WIDER, figures: WIDER, map: WIDER };

const FIRST = {
  timeline: (p) => [timelineQuestion(p), facetsQuestion(p)],
  events: (p) => [eventsQuestion(p, 0), facetsQuestion(p)],
  article: (p, id) => [id ? articleQuestion(id) : articlesQuestion(p)],
  actors: (p, id) => (id ? [actorQuestion(id)] : [actorsQuestion(p), facetsQuestion(p)]),
  stories: (p, id) => [id ? storyQuestion(id) : storiesQuestion(p)],
  figures: (p) => [quantitiesQuestion(p), facetsQuestion(p)],
  map: (p) => [mapQuestion(p), WORLD_SHAPES, facetsQuestion(p)],
  search: (p) => [searchQuestion((p.get('q') ?? '').trim())],
};

// first.js runs this before the rest of the page has come; what it asks is in globalThis.early: path -> {answer, data}.
export function askFirst() {
  const early = new Map();
  const { view, id, params } = readRoute();
  for (const path of ['state', ...FIRST[view]?.(params, id) ?? []]) {
    if (!path || (path.startsWith('facets') && !matchMedia(BESIDE[view]).matches)) continue;
    const asked = { answer: ask(path), data: null };
    asked.answer.then((data) => { asked.data = data; }, () => {}); // who takes it says what went wrong
    early.set(path, asked);
  }
  return early;
}

function take(path) {
  const asked = globalThis.early.get(path);
  globalThis.early.delete(path); // once: later the store may have changed
  return asked;
}

// What is there already, at once; else null.
export const known = (path) => (globalThis.early.get(path)?.data ? take(path).data : null);
export const answerTo = (path, signal) => take(path)?.answer ?? ask(path, signal);
// All that was asked first is there, or it takes longer than one should look at nothing.
export const firstAnswers = (ms) => Promise.race([Promise.allSettled([...globalThis.early.values()].map((a) => a.answer)), new Promise((go) => { setTimeout(go, ms); })]);
