// stories.jsx: articles on one matter: who had it first, who copied, who rewrote, and what differs between two versions.
import { useMemo, useState } from 'preact/hooks';
import { diffSentences } from './diff.js';
import { articleName, count, day, go, href, number, plural, sentenceCase, storiesQuestion, storyQuestion, typeName, useData, withParams } from './lib.js';
import { Download, Failure, Heading, Missing, Segmented, Skeleton, Status, Swatch } from './parts.jsx';

function List({ route, epoch }) {
  const { params } = route;
  const sort = params.get('sort') ?? 'size', page = Number(params.get('page') ?? 0);
  const { data, error } = useData(storiesQuestion(params), epoch);
  const when = (s) => (s.first_day === s.last_day ? day(s.first_day) : `${day(s.first_day)} – ${day(s.last_day)}`);
  return (
    <>
      <Heading title="Stories" sub={data && plural(data.total, 'story', 'stories')}>
        <Segmented label="Order" value={sort} options={[['size', 'Most told'], ['date', 'Newest']]} onChange={(v) => go(href('stories', withParams(params, { sort: v, page: null })), true)} />
        {data && <Download name="stories" table={() => [['story', 'title', 'first_day', 'last_day', 'first_outlet', 'articles', 'outlets', 'copies', 'rewrites'], data.rows.map((s) => [s.id, s.title, s.first_day, s.last_day, s.first_outlet, s.articles, s.outlets, s.copies, s.rewrites])]} />}
      </Heading>
      {error && <Failure error={error} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && data.total === 0 && <div class="empty"><h2>No stories yet</h2><p>Articles on the same matter are put together when <code>attache add</code> ends.</p></div>}
      <ul class="story-list">{data?.rows.map((s) => (
        <li key={s.story}><a href={href('stories', null, s.story)}>
          <strong>{s.title || 'Without a title'}</strong>
          <span class="dim">{[when(s), s.first_outlet && `first in ${s.first_outlet}`].filter(Boolean).join(' · ')}</span>
          <span class="tally">{plural(s.articles, 'article')}{s.outlets > 1 && <span> · {plural(s.outlets, 'outlet')}</span>}{s.copies > 0 && <span> · {plural(s.copies, 'copy', 'copies')}</span>}{s.rewrites > 0 && <span> · {plural(s.rewrites, 'rewrite')}</span>}</span>
        </a></li>
      ))}</ul>
      {data && data.total > 60 && <p class="pager">{page > 0 && <a class="button" href={href('stories', withParams(params, { page: page - 1 }))}>Back</a>}<span class="dim">{count(page * 60 + 1)}–{count(Math.min(data.total, page * 60 + 60))} of {count(data.total)}</span>{(page + 1) * 60 < data.total && <a class="button" href={href('stories', withParams(params, { page: page + 1 }))}>Further</a>}</p>}
    </>
  );
}

// Sentences that only one has, and words that changed in those that both have.
function Compare({ a, b }) {
  const left = useData('article?document=' + a), right = useData('article?document=' + b);
  const parts = useMemo(() => (left.data && right.data ? diffSentences(left.data.text, right.data.text) : null), [left.data, right.data]);
  if (left.error || right.error) return <Failure error={left.error ?? right.error} />;
  if (!parts) return <Skeleton lines={5} />;
  const words = (list) => list.map((w, i) => (w.kind === 'same' ? w.text : w.kind === 'gone' ? <del key={i}>{w.text}</del> : <ins key={i}>{w.text}</ins>));
  const same = parts.filter((p) => p.kind === 'same').length;
  return (
    <div class="compare">
      <p class="dim">{plural(same, 'sentence')} the same, {count(parts.filter((p) => p.kind === 'changed').length)} changed, {count(parts.filter((p) => p.kind === 'gone').length)} left out, {count(parts.filter((p) => p.kind === 'new').length)} added.</p>
      {parts.filter((p) => p.kind !== 'same').map((p, i) => (
        <p key={i} class={p.kind}>{p.kind === 'changed' ? words(p.words) : p.kind === 'gone' ? <del>{p.text}</del> : <ins>{p.text}</ins>}</p>
      ))}
    </div>
  );
}

const differenceName = (d) => (d.kind === 'toll' ? `How many were ${d.what}` : d.kind === 'figure' ? `${sentenceCase(d.what)} of ${d.whose}` : `On which day: ${typeName(d.what)}${d.whose ? `, by ${d.whose}` : ''}`);

function One({ route, epoch }) {
  const { data, error } = useData(storyQuestion(route.id), epoch);
  const [open, setOpen] = useState(null);
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton lines={10} />;
  const s = data.story[0];
  if (!s) return <Missing view="stories" all="All stories">There is no such story in this store.</Missing>;
  const first = data.articles.find((a) => a.document === s.first_document) ?? data.articles[0];
  return (
    <>
      <Heading title={s.title || 'Without a title'} sub={[s.first_day === s.last_day ? day(s.first_day) : `${day(s.first_day)} – ${day(s.last_day)}`, plural(s.articles, 'article'), plural(s.outlets, 'outlet'), s.copies > 0 && plural(s.copies, 'copy', 'copies'), s.rewrites > 0 && plural(s.rewrites, 'rewrite')].filter(Boolean).join(' · ')}>
        <a class="button" href="#/stories">All stories</a>
        <a class="button" href={href('events', withParams(null, { doc: data.articles.map((a) => a.document).slice(0, 60), copies: '1' }))}>Its events</a>
        <Download name="story" table={() => [['doc', 'published', 'outlet', 'title', 'kind', 'likeness', 'copy_of'], data.articles.map((a) => [a.doc, a.published, a.outlet, a.title, a.copy_kind ?? (a === first ? 'first report' : 'own report'), a.likeness, a.copy_of])]} />
      </Heading>
      <div class={data.differences.length + data.happenings.length > 0 ? 'found' : ''}>
      <section><h2>Who told it</h2>
        <ol class="tellers">{data.articles.map((a) => (
          <li key={a.document} class={a === first ? 'first' : a.copy_of ? 'copy' : ''}>
            <p class="top"><a href={href('article', null, a.document)}>{articleName(a)}</a></p>
            <p class="dim">{[a.outlet, day(a.published), plural(a.events, 'event')].filter(Boolean).join(' · ')} <span class="badge">{a === first ? 'first report' : a.copy_of ? `${a.copy_kind ?? 'near'}${a.copy_kind === 'rewrite' ? '' : ' copy'}${a.likeness ? `, ${number(a.likeness * 100)} % alike` : ''}` : 'own report'}</span>
              {first && a !== first && <button type="button" class="link" aria-expanded={open === a.document} onClick={() => setOpen(open === a.document ? null : a.document)}>What differs from {a.copy_of && a.copy_of !== first.document ? 'its original' : 'the first report'}</button>}</p>
            {open === a.document && <Compare a={a.copy_of ?? first.document} b={a.document} />}
          </li>
        ))}</ol>
      </section>
      <div>{data.differences.length > 0 && <section class="differ"><h2>Where the reports differ</h2>
        {data.differences.map((d, i) => (
          <div key={i}><h3>{differenceName(d)}</h3>
            <ul>{d.versions.map((v, k) => (
              <li key={k}><p class="top"><strong>{d.kind === 'day' ? day(v.text) : v.text}</strong> {v.said_by && <>says {v.said_by}</>} <span class="dim"><a href={href('article', null, v.document)}>{v.outlet || v.title || v.doc}</a>{v.published ? `, ${day(v.published)}` : ''}</span></p><p><q>{v.sentence}</q></p></li>
            ))}</ul>
          </div>
        ))}
      </section>}
      {data.happenings.length > 0 && <section><h2>What happened in it</h2>
        <ul class="items">{data.happenings.map((h) => (
          <li key={h.happening}>
            <p class="top"><Swatch quad={h.quad} /><strong>{typeName(h.type)}</strong> {h.actor ?? '–'} <span class="dim">→</span> {h.recipient ?? '–'} <Status value={h.status} /> <span class="badge">{plural(h.sources, 'source')}{h.copies > 0 ? `, ${plural(h.copies, 'copy', 'copies')}` : ''}</span></p>
            <p>{h.sentence}</p><p class="dim">{[day(h.date), h.place, plural(h.mentions, 'telling')].filter(Boolean).join(' · ')}</p>
          </li>
        ))}</ul>
      </section>}</div>
      </div>
    </>
  );
}

export function Stories(props) {
  return props.route.id ? <One key={props.route.id} {...props} /> : <List {...props} />;
}
