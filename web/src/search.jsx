// search.jsx: words in articles and in what was said, the best first.
import { articleName, count, day, href, plural, searchQuestion, useData, withParams } from './lib.js';
import { Download, Failure, Found, Heading, Skeleton } from './parts.jsx';

export function Search({ route, epoch }) {
  const q = (route.params.get('q') ?? '').trim();
  const { data, error, loading } = useData(searchQuestion(q), epoch);
  if (!q) return <div class="empty"><h1>Search</h1><p>Words and “phrases in quotation marks”, in all articles and in everything that was said. Word endings don’t matter. Press <kbd>/</kbd> anywhere to begin.</p></div>;
  const bare = (s) => (s ?? '').replace(/[\u0001\u0002]/g, '');
  return (
    <>
      <Heading title={`“${q}”`} sub={data && `${plural(data.article_count, 'article')}, ${plural(data.statement_count, 'statement')}`}>
        {data && data.article_count > 0 && <a class="button" href={href('events', withParams(null, { q }))}>Events of these articles</a>}
        {data && data.article_count + data.statement_count > 0 && <Download name="search" table={() => [['found_in', 'published', 'outlet', 'title', 'speaker', 'text', 'doc'], [...data.articles.map((r) => ['article', r.published, r.outlet, r.title, '', bare(r.snippet), r.doc]), ...data.statements.map((r) => ['statement', r.published, r.outlet, r.title, r.speaker, bare(r.content), r.doc])]]} />}
      </Heading>
      {error && <Failure error={error} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && !loading && data.article_count + data.statement_count === 0 && <div class="empty"><h2>Nothing has these words</h2><p>All words must occur in one article. Try fewer, or other ones.</p></div>}
      {data && data.article_count + data.statement_count > 0 && (
        <div class={`found ${loading ? 'loading' : ''}`}>
          <section><h2>Articles</h2>
            {data.articles.length === 0 && <p class="dim">None.</p>}
            <ul class="items">{data.articles.map((r) => <li key={r.document}><a class="title" href={href('article', null, r.document)}>{r.marked_title ? <Found text={r.marked_title} /> : articleName(r)}</a><p class="dim">{[r.outlet, day(r.published), r.copy ? 'copy' : ''].filter(Boolean).join(' · ')}</p><p><Found text={r.snippet} /></p></li>)}</ul>
            {data.article_count > data.articles.length && <p class="dim">The best {count(data.articles.length)} are shown.</p>}
          </section>
          <section><h2>Said</h2>
            {data.statements.length === 0 && <p class="dim">Nobody is quoted with these words.</p>}
            <ul class="items">{data.statements.map((r) => <li key={r.row}><p><q><Found text={r.content} /></q></p><p class="dim">{r.speaker ? <a href={href('actors', null, r.speaker)}>{r.speaker}</a> : 'Somebody'} · {r.manner} · <a href={href('article', null, r.document)}>{articleName(r)}</a>{r.published ? `, ${day(r.published)}` : ''}</p></li>)}</ul>
            {data.statement_count > data.statements.length && <p class="dim">The best {count(data.statements.length)} are shown.</p>}
          </section>
        </div>
      )}
    </>
  );
}
