// main.jsx: the frame of the page: head, address -> view, and whether the store is being written to.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Actors } from './actors.jsx';
import { Article } from './article.jsx';
import { Events } from './events.jsx';
import { Figures } from './figures.jsx';
import { answerTo, firstAnswers, go, href, known, onlyFilters, plural, readRoute, useStored, withParams } from './lib.js';
import { MapView } from './map.jsx';
import { Failure, Icon } from './parts.jsx';
import { Search } from './search.jsx';
import { Stories } from './stories.jsx';
import { Timeline } from './timeline.jsx';

// All of them in one file: on one's own computer a few kilobytes more cost less than another request.
const VIEWS = [
  ['timeline', 'Timeline', Timeline],
  ['events', 'Events', Events],
  ['article', 'Articles', Article],
  ['actors', 'Actors', Actors],
  ['stories', 'Stories', Stories],
  ['figures', 'Figures', Figures],
  ['map', 'Map', MapView],
  ['search', 'Search', Search],
];
const viewOf = (name) => VIEWS.find(([v]) => v === name) ?? VIEWS[0];
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

// Asked every two seconds while the store grows, else every ten; not at all while nobody looks.
function useStore() {
  const [state, set] = useState(() => ({ data: known('state'), error: null, epoch: 0 }));
  useEffect(() => {
    let timer;
    const sum = (data) => [data.articles, data.events, data.statements, data.figures].join();
    let last = state.data ? sum(state.data) : '';
    const look = async () => {
      let writing = false;
      if (!document.hidden || !last) {
        try {
          const data = await answerTo('state');
          writing = data.writing;
          const now = sum(data);
          set((s) => ({ data, error: null, epoch: s.epoch + (last && now !== last ? 1 : 0) }));
          last = now;
        } catch (error) {
          set((s) => ({ ...s, error }));
        }
      }
      again(writing);
    };
    const again = (writing) => { timer = setTimeout(look, writing ? 2000 : 10000); };
    if (state.data) again(state.data.writing);
    else look();
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
  const nav = useRef(null);
  useEffect(() => { // on a telephone not all names of views are in sight
    const here = nav.current?.querySelector('[aria-current]');
    if (here && nav.current.scrollWidth > nav.current.clientWidth) nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2;
  }, [route.view]);
  return (
    <header class="head">
      <a class="skip" href="#content" onClick={(e) => { e.preventDefault(); (document.querySelector('main .main') ?? document.getElementById('content'))?.focus(); }}>To the content</a>
      <a class="mark" href="#/timeline" aria-label="attaché, to the start"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M3 16V9M8 16V4M13 16v-5M17.500 16V7" /></svg>attaché</a>
      <nav aria-label="Views" ref={nav}>
        {VIEWS.filter(([v]) => v !== 'search').map(([view, label]) => <a key={view} href={href(view, KEEP.has(view) ? kept : null)} aria-current={route.view === view ? 'page' : undefined}>{label}</a>)}
      </nav>
      <SearchBox route={route} key={route.view === 'search' ? route.params.get('q') : 'other'} />
      <Theme />
      {state && (
        <p class={`store ${state.writing ? 'writing' : ''}`} title={state.store}>
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
  const [, label, View] = viewOf(route.view);
  useEffect(() => { document.title = `${label} · ${state?.store ?? 'attaché'}`; }, [label, state?.store]);
  useEffect(() => { scrollTo(0, 0); }, [route.view, route.id]);
  return (
    <>
      <Head route={route} state={state} />
      <main id="content" tabIndex={-1} class={`view ${route.view}`}>
        {error && <Failure error={error} />}
        {state && state.articles === 0 ? <EmptyStore state={state} /> : <View route={route} state={state} epoch={epoch} />}
      </main>
    </>
  );
}

document.documentElement.dataset.theme = (() => { try { return localStorage.getItem('theme') ?? 'auto'; } catch { return 'auto'; } })();
firstAnswers(100).then(() => render(<App />, document.getElementById('app')));
