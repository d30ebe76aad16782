// main.jsx: the frame of the page: head, address -> view, and whether the store is being written to.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, askEarly, count, facetsQuestion, go, href, onlyFilters, plural, readRoute, timelineQuestion, useStored, withParams } from './lib.js';
import { Failure, Icon, Skeleton } from './parts.jsx';

// Each view comes when it is first opened, so that the first one need not wait for the drawing of all the others.
const VIEWS = [
  ['timeline', 'Timeline', () => import('./timeline.jsx').then((m) => m.Timeline)],
  ['events', 'Events', () => import('./events.jsx').then((m) => m.Events)],
  ['article', 'Articles', () => import('./article.jsx').then((m) => m.Article)],
  ['actors', 'Actors', () => import('./actors.jsx').then((m) => m.Actors)],
  ['stories', 'Stories', () => import('./stories.jsx').then((m) => m.Stories)],
  ['figures', 'Figures', () => import('./figures.jsx').then((m) => m.Figures)],
  ['map', 'Map', () => import('./map.jsx').then((m) => m.MapView)],
  ['search', 'Search', () => import('./search.jsx').then((m) => m.Search)],
];
const viewOf = (name) => VIEWS.find(([v]) => v === name) ?? VIEWS[0];
const loaded = {}; // name -> component, or the promise of it
const load = ([name, , get]) => (loaded[name] ??= get().then((View) => (loaded[name] = View)));
const KEEP = new Set(['timeline', 'events', 'actors', 'figures', 'map']); // views that understand the conditions

function useRoute() {
  const [route, set] = useState(readRoute);
  useEffect(() => {
    const change = () => set(readRoute());
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  return route;
}

// The component of a view: {View} once it is there, {error} when the server is gone.
function useView(view) {
  const [, redraw] = useState(0);
  const [error, setError] = useState(null);
  const View = loaded[view[0]];
  const there = View && !View.then;
  useEffect(() => {
    if (there) return;
    Promise.resolve(load(view)).then(() => { setError(null); redraw((n) => n + 1); }, () => {
      delete loaded[view[0]];
      setError(new Error('This view could not be loaded. Was the server ended? Start it again with “attache serve”, then reload this page.'));
    });
  }, [view, there]);
  return { View: there ? View : null, error: there ? null : error };
}

// Asked every two seconds while the store grows, else every ten; not at all while nobody looks.
function useStore() {
  const [state, set] = useState({ data: null, error: null, epoch: 0 });
  useEffect(() => {
    let timer;
    let last = '';
    const look = async () => {
      let writing = false;
      if (!document.hidden || !last) {
        try {
          const data = await ask('state');
          writing = data.writing;
          const now = [data.articles, data.events, data.statements, data.figures].join();
          set((s) => ({ data, error: null, epoch: s.epoch + (last && now !== last ? 1 : 0) }));
          last = now;
        } catch (error) {
          set((s) => ({ ...s, error }));
        }
      }
      timer = setTimeout(look, writing ? 2000 : 10000);
    };
    look();
    return () => clearTimeout(timer);
  }, []);
  return state;
}

function Theme() {
  const [theme, set] = useStored('theme', 'auto');
  useEffect(() => { document.documentElement.dataset.theme = theme; }, [theme]);
  const next = { auto: 'light', light: 'dark', dark: 'auto' }[theme];
  return <button type="button" class="button plain" onClick={() => set(next)} title={`Colours: ${theme}. Click for ${next}.`} aria-label={`Colours: ${theme}. Change to ${next}.`}><Icon name={{ auto: 'auto', light: 'sun', dark: 'moon' }[theme]} /></button>;
}

function SearchBox({ route }) {
  const input = useRef(null);
  useEffect(() => {
    const key = (e) => {
      if (e.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName)) {
        e.preventDefault();
        input.current?.focus();
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  return (
    <form class="searchbox" role="search" onSubmit={(e) => { e.preventDefault(); go(href('search', withParams(null, { q: input.current.value.trim() }))); }}>
      <Icon name="search" />
      <input ref={input} type="search" maxLength={500} placeholder="Search articles and quotes" aria-label="Search articles and quotes" defaultValue={route.view === 'search' ? route.params.get('q') ?? '' : ''} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function Head({ route, state }) {
  const kept = KEEP.has(route.view) ? onlyFilters(route.params) : new URLSearchParams();
  return (
    <header class="head">
      <a class="skip" href="#content" onClick={(e) => { e.preventDefault(); document.getElementById('content')?.focus(); }}>To the content</a>
      <a class="mark" href="#/timeline" aria-label="attaché, to the start"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M3 16V9M8 16V4M13 16v-5M17.500 16V7" /></svg>attaché</a>
      <nav aria-label="Views">
        {VIEWS.filter(([v]) => v !== 'search').map(([view, label]) => <a key={view} href={href(view, KEEP.has(view) ? kept : null)} aria-current={route.view === view ? 'page' : undefined}>{label}</a>)}
      </nav>
      <SearchBox route={route} key={route.view === 'search' ? route.params.get('q') : 'other'} />
      <Theme />
      {state && (
        <p class="store" title={state.store}>
          {state.writing ? <span class="live">being written</span> : <span class="file">{state.store}</span>}
          <span title={state.copied_events ? `and ${plural(state.copied_events, 'event')} in copies` : undefined}>{plural(state.events, 'event')}</span><span>{plural(state.articles, 'article')}</span>
        </p>
      )}
    </header>
  );
}

function EmptyStore({ state }) {
  return (
    <div class="empty whole">
      <h1>{state.writing ? 'The first articles are on their way' : 'This store has no articles yet'}</h1>
      {state.writing
        ? <p>Another program is writing to {state.store}. What it finds appears here by itself.</p>
        : <><p>Code some into it. This page sees them by itself:</p><pre>attache add {state.store} articles/</pre></>}
    </div>
  );
}

function App() {
  const route = useRoute();
  const { data: state, error, epoch } = useStore();
  const view = viewOf(route.view), label = view[1];
  const { View, error: missing } = useView(view);
  useEffect(() => { document.title = `${label} · ${state?.store ?? 'attaché'}`; }, [label, state?.store]);
  useEffect(() => { scrollTo(0, 0); }, [route.view, route.id]);
  return (
    <>
      <Head route={route} state={state} />
      <main id="content" tabIndex={-1} class={`view ${route.view}`}>
        {(error || missing) && <Failure error={error ?? missing} />}
        {state && state.articles === 0 ? <EmptyStore state={state} /> : View ? <View route={route} state={state} epoch={epoch} /> : !missing && <Skeleton lines={9} />}
      </main>
    </>
  );
}

document.documentElement.dataset.theme = (() => { try { return localStorage.getItem('theme') ?? 'auto'; } catch { return 'auto'; } })();
const start = readRoute(), firstView = viewOf(start.view);
load(firstView).catch(() => {}); // while the frame is drawn; who waits for it says what went wrong
if (firstView[0] === 'timeline') askEarly([timelineQuestion(start.params), facetsQuestion(start.params)]);
render(<App />, document.getElementById('app'));
