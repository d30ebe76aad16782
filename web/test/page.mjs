// page.mjs: the page in a real browser: every view at three sizes, light and dark (look.mjs), what charts show against what SQL says, keyboard, a store that
// grows, hostile articles. Prints TAP. ATTACHE=program node web/test/page.mjs [FOLDER FOR SCREENSHOTS]
// PAGE_ONLY=timeline: only the tests whose names have this (a regular expression; "views" are the pictures at all sizes).
// PAGE_SLOW=6: the browser computes six times slower, as on a small or busy machine. Nothing here waits for a length of time: what is
// checked is read again and again until it is as it must be, for LIMIT at most.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { faults } from './look.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.ATTACHE ?? join(root, 'build/attache'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.argv[2];
const work = mkdtempSync(join(tmpdir(), 'attache-page-'));
if (shots) mkdirSync(shots, { recursive: true });

let n = 0, bad = 0;
const ok = (name, fine, why = '') => {
  n++;
  if (!fine) bad++;
  console.log(`${fine ? 'ok' : 'not ok'} ${n} - ${name}`);
  if (!fine && why) console.log(String(why).split('\n').slice(0, 20).map((l) => '# ' + l).join('\n'));
};
const LIMIT = 30000;
const only = new RegExp(process.env.PAGE_ONLY ?? '');
const slow = Number(process.env.PAGE_SLOW ?? 1);
const same = (name, want, got) => ok(name, JSON.stringify(want) === JSON.stringify(got), `want ${JSON.stringify(want)}\ngot  ${JSON.stringify(got)}`);

// What get reads is read until it is what want says (a value, or a function of what the page is asked for by then); else both are shown.
async function eventually(name, want, get) {
  let w, g;
  for (const end = Date.now() + LIMIT; ;) {
    try {
      [w, g] = [typeof want === 'function' ? await want() : want, await get()];
      if (JSON.stringify(w) === JSON.stringify(g)) break;
    } catch (e) {
      g = e.message; // an element that is not there yet, or no longer
    }
    if (Date.now() > end) break;
    await new Promise((next) => { setTimeout(next, 40); });
  }
  same(name, w, g);
}
const store = join(work, 'examples.db');
const run = (...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const sql = (q, db = store) => JSON.parse(execFileSync('sqlite3', ['-json', db, q], { encoding: 'utf8' }) || '[]');
const servers = [];
function serve(db) {
  return new Promise((done, fail) => {
    const child = spawn(program, ['serve', '--port', '0', db], { stdio: ['ignore', 'pipe', 'ignore'] });
    servers.push(child);
    child.stdout.once('data', (d) => done(String(d).trim()));
    child.once('exit', () => fail(new Error('attache serve ended')));
  });
}

run('add', store, join(root, 'examples/articles'));
const base = await serve(store);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium', ARGS = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
const errors = [];
const strangers = [];
async function open(width = 1280, height = 900, colorScheme = 'light', from = browser) {
  const context = await from.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT);
  const cdp = await context.newCDPSession(page);
  if (slow > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const asked = new Set();
  page.on('request', (r) => asked.add(r));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (r) => asked.delete(r));
  page.asked = asked;
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(`${page.url()}: ${m.text()}`); });
  page.on('pageerror', (e) => errors.push(`${page.url()}: ${e.message}`));
  page.on('request', (r) => { if (!/^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:|data:)/.test(r.url())) strangers.push(r.url()); });
  page.on('dialog', (d) => { errors.push('a dialog: ' + d.message()); d.dismiss(); });
  return page;
}
// All that was asked is answered and drawn: nothing is loading, and the page stays as it is over frames and a pause.
async function settled(page) {
  let last = null;
  for (const end = Date.now() + LIMIT; ;) {
    const now = await page.evaluate(() => new Promise((done) => {
      const read = () => done([document.querySelector('.skeleton, .loading, .waiting') || !document.querySelector('main')?.children.length ? '' : document.body.innerHTML, scrollX, scrollY, innerWidth].join());
      requestAnimationFrame(() => requestAnimationFrame(() => document.fonts.ready.then(() => setTimeout(read, 30))));
    }));
    if (page.asked.size === 0 && now[0] !== ',' && now === last) return;
    if (Date.now() > end) throw new Error(`does not come to rest: ${[...page.asked].map((r) => r.url())}`);
    last = now;
  }
}
// A page that was not there before: nothing on it is of an earlier address.
async function visit(page, address, at = base) {
  await page.goto('about:blank');
  await page.goto(at + '#/' + address);
  await settled(page);
}
const address = (page) => page.evaluate(() => location.hash);
const asks = async (page, name) => new URLSearchParams((await address(page)).split('?')[1]).getAll(name);
const total = (page) => page.evaluate(() => Number(document.querySelector('.heading .sub').textContent.replace(/,/g, '').match(/\d+/)[0]));
const told = 'FROM events e JOIN documents d USING (document) WHERE d.newest AND d.copy_of IS NULL AND e.same_as IS NULL';
const count = (q, db) => Number(Object.values(sql(q, db)[0])[0]);

const longest = sql('SELECT document FROM events GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1')[0].document;
const VIEWS = { timeline: 'timeline?undated=published', events: 'events', articles: 'article', article: `article/${longest}`, actors: 'actors', actor: 'actors/USA', stories: 'stories', figures: 'figures', map: 'map', search: 'search?q=peace', nothing: 'events?type=AID&status=denied&place=Nowhere' };
if (count('SELECT count(*) FROM stories')) VIEWS.story = `stories/${sql('SELECT story FROM stories ORDER BY articles DESC, story LIMIT 1')[0].story}`;

// ---- every view, at three sizes, light and dark ----
for (const width of !only.test('views') ? [] : [380, 1280, 2560]) {
  for (const scheme of ['light', 'dark']) {
    const page = await open(width, { 380: 800, 1280: 900, 2560: 1300 }[width], scheme);
    for (const [name, address] of Object.entries(VIEWS)) {
      const where = `${name} at ${width} ${scheme}`;
      try {
        await visit(page, address);
        if (shots) await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`) });
        const found = await page.evaluate(faults);
        await page.evaluate(axe);
        // In the dark the elements are the same: only their colours are others.
        found.push(...await page.evaluate((dark) => axe.run(document, { resultTypes: ['violations'], ...(dark && { runOnly: ['color-contrast'] }) }).then((r) => r.violations.map((v) => `${v.id}: ${v.nodes.map((x) => x.html.slice(0, 160)).slice(0, 3).join(' | ')}`)), scheme === 'dark'));
        ok(`${where}: nothing is cut, covered or empty, and axe finds nothing`, found.length === 0, found.join('\n'));
      } catch (e) {
        ok(where, false, e.message);
      }
    }
    await page.context().close();
  }
}

// ---- letters half as large again, as one sets them in the browser ----
if (only.test('letters')) {
  const large = await chromium.launch({ executablePath: CHROMIUM, args: [...ARGS, '--blink-settings=defaultFontSize=24'] });
  for (const width of [380, 1280]) {
    const page = await open(width, 900, 'light', large);
    for (const [name, address] of Object.entries(VIEWS)) {
      await visit(page, address);
      const [size, ...found] = await page.evaluate(`[getComputedStyle(document.body).fontSize, ...(${faults})()]`);
      ok(`${name} at ${width} with large letters: nothing is cut or covered`, size === '22.5px' && found.length === 0, [size, ...found].join('\n'));
    }
  }
  await large.close();
}

// ---- what is shown is what SQL says ----
async function test(name, body) {
  if (!only.test(name)) return;
  const page = await open();
  try {
    await body(page);
  } catch (e) {
    ok(name, false, e.stack);
  }
  await page.context().close();
}

await test('timeline', async (page) => {
  await visit(page, 'timeline?by=year');
  const want = sql(`SELECT substr(e.date_first, 1, 4) AS y, sum(e.quad = 'verbal cooperation') a, sum(e.quad = 'material cooperation') b, sum(e.quad = 'verbal conflict') c, sum(e.quad = 'material conflict') d, count(*) n, round(sum(e.score), 1) s ${told} AND e.date_first IS NOT NULL GROUP BY 1 ORDER BY 1`);
  await page.click('.as-table summary');
  const got = await page.$$eval('.as-table tbody tr', (rows) => rows.map((r) => [...r.children].map((c) => c.textContent)));
  same('timeline: the table has the numbers of SQL', want.map((w) => [w.y, ...[w.a, w.b, w.c, w.d].map((v) => (v ? String(v) : '')), String(w.n), String(w.s)]), got.map((r) => [...r.slice(0, 6), r[7].replace('−', '-')]));
  const heights = await page.$$eval('svg.chart .bars', (paths) => Object.fromEntries(paths.map((p) => [p.classList[0], [...p.getAttribute('d').matchAll(/v([\d.]+)h/g)].reduce((s, m) => s + Number(m[1]), 0)])));
  const unit = heights.vc / want.reduce((s, w) => s + w.a, 0);
  for (const [cls, key] of [['mc', 'b'], ['vf', 'c'], ['mf', 'd']]) {
    const sum = want.reduce((s, w) => s + w[key], 0);
    ok(`timeline: bars of class ${cls} are as high as ${sum} events`, Math.abs((heights[cls] ?? 0) / unit - sum) < 0.01, `${(heights[cls] ?? 0) / unit}`);
  }
  await page.focus('svg.chart');
  await page.keyboard.press('ArrowRight');
  await eventually('timeline: arrow keys read out a bar', want[0].y, () => page.evaluate(() => document.querySelector('.readout strong').textContent));
  await page.keyboard.press('Enter');
  await eventually('timeline: Enter opens the events of the bar', ['#/events', `${want[0].y}-01-01`], async () => [(await address(page)).split('?')[0], (await asks(page, 'from'))[0]]);
});

await test('timeline: brush', async (page) => {
  await visit(page, 'timeline');
  await page.locator('.strip').scrollIntoViewIfNeeded();
  const box = await page.locator('.strip').boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
  await page.mouse.down();
  for (let i = 0; i < 12; i++) await page.mouse.move(box.x + box.width * (0.6 + i / 40), box.y + 20);
  await page.mouse.up();
  const between = async () => [...await asks(page, 'from'), ...await asks(page, 'to')];
  const inside = ([from, to]) => (to ? count(`SELECT count(*) ${told} AND e.date_last >= '${from}' AND e.date_first <= '${to}'`) : 'an address with from and to');
  await eventually('timeline: brushing sets the time, and the count follows', async () => inside(await between()), () => total(page));
  ok('timeline: the brush leaves some events out', inside(await between()) < count(`SELECT count(*) ${told}`));
  await settled(page);
  const [from, to] = await between();
  await page.focus('.strip .handle');
  await page.keyboard.press('ArrowRight');
  await eventually('timeline: the handles move by keys', [true, to], async () => [(await between())[0] > from, (await between())[1]]);
  await eventually('timeline: and the count follows', async () => inside(await between()), () => total(page));
});

// Answers may come in another order than the questions: the last question counts. The first answer is held back until the second is there.
for (const [view, question] of [['timeline', '/api/timeline?'], ['events', '/api/events?'], ['map', '/api/map?']]) {
  await test(`${view}: an answer that comes late`, async (page) => {
    let release;
    const later = new Promise((go) => { release = go; });
    await page.route((url) => url.href.includes(question) && !url.href.includes('CONSULT'), async (route) => {
      const answer = await route.fetch();
      await later;
      await route.fulfill({ response: answer }).catch(() => {}); // the page may have given it up
    });
    await page.goto(`${base}#/${view}`);
    await page.waitForSelector('.skeleton');
    await page.evaluate((to) => { location.hash = to; }, `#/${view}?type=CONSULT`);
    const want = count(`SELECT count(*) ${told} AND e.type = 'CONSULT'${view === 'map' ? ' AND e.lat IS NOT NULL AND e.place IS NOT NULL' : ''}`);
    await eventually(`${view}: the last question is answered first`, want, () => total(page));
    release();
    await settled(page);
    same(`${view}: an answer to an older question does not replace it`, want, await total(page));
  });
}

await test('timeline: pair', async (page) => {
  await visit(page, 'timeline?undated=published');
  await page.selectOption('select[aria-label="First party"]', 'RUS');
  await page.selectOption('select[aria-label="Second party"]', 'UKR');
  const side = (code, s) => `EXISTS (SELECT 1 FROM event_actors x WHERE x.event = e.event AND x.code = '${code}' AND x.side = '${s}')`;
  await eventually('timeline: a pair', count(`SELECT count(*) ${told} AND (${side('RUS', 'actor')} AND ${side('UKR', 'recipient')} OR ${side('UKR', 'actor')} AND ${side('RUS', 'recipient')})`), () => total(page));
  same('timeline: the address names the pair', ['RUS~UKR'], await asks(page, 'pair'));
});

await test('events', async (page) => {
  await visit(page, 'events');
  same('events: as many as in SQL', count(`SELECT count(*) ${told}`), await total(page));
  await page.locator('.facets label', { hasText: 'Consult' }).first().click();
  await eventually('events: a click on a facet filters', count(`SELECT count(*) ${told} AND e.type = 'CONSULT'`), () => total(page));
  await eventually('events: only rows of that type', ['Consult'], () => page.$$eval('.body .row .type', (c) => [...new Set(c.map((x) => x.textContent))]));
  same('events: the address names it', ['CONSULT'], await asks(page, 'type'));
  await page.reload();
  await settled(page);
  same('events: the address keeps the filter', count(`SELECT count(*) ${told} AND e.type = 'CONSULT'`), await total(page));
  await page.focus('.body .row');
  await page.keyboard.press('ArrowDown');
  await eventually('events: an arrow key goes to the next row', '1', () => page.evaluate(() => document.activeElement.dataset.i));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.evidence blockquote mark');
  const sentence = await page.textContent('.evidence blockquote');
  ok('events: a row unfolds to its sentence, by keys', count(`SELECT count(*) ${told} AND e.type = 'CONSULT' AND e.sentence = '${sentence.replaceAll("'", "''")}'`) > 0, sentence);
  await page.click('.tools .popover button');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.menu a:has-text("CSV")')]);
  const text = readFileSync(await download.path(), 'utf8');
  same('events: the download has them all', count(`SELECT count(*) ${told} AND e.type = 'CONSULT'`), text.match(/\r\n/g).length - 1);
});

await test('article', async (page) => {
  await visit(page, `article/${longest}`);
  same('article: all its events stand beside it', count(`SELECT count(*) FROM events WHERE document = ${longest}`), await page.locator('.rec[data-key^=e]').count());
  same('article: its title stands out', 1, await page.locator('.text .title').count());
  await page.locator('.rec[data-key^=e]').first().hover();
  await eventually('article: pointing at a record lights its words', true, async () => (await page.locator('.text .lit').count()) > 0);
  await page.locator('.text .m-trigger').first().hover();
  await eventually('article: pointing at words lights the record', 1, () => page.locator('.rec.lit').count());
  await page.locator('.rec').first().focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown');
  const third = await page.locator('.rec').nth(2).getAttribute('data-key');
  await eventually('article: arrow keys go from record to record', [third, [third]], () => page.evaluate(() => [document.activeElement.dataset.key, [...document.querySelectorAll('.rec[tabindex="0"]')].map((r) => r.dataset.key)]));
  const words = await page.$$eval('.text .m-trigger', (m) => m.map((x) => x.textContent));
  const want = sql(`SELECT DISTINCT trigger_text t FROM events WHERE document = ${longest}`).map((r) => r.t);
  ok('article: the triggers are marked', want.every((t) => words.join(' ').includes(t.split(' ')[0])), `${want} / ${words}`);
});

await test('actors', async (page) => {
  await visit(page, 'actors');
  const n = count(`SELECT count(DISTINCT e.event) FROM events e JOIN documents d USING (document) JOIN event_actors a ON a.event = e.event AND a.side = 'actor' AND a.code = 'USA' WHERE e.same_as IS NULL AND d.newest AND d.copy_of IS NULL`);
  await page.locator('.ranking a', { hasText: 'United States' }).click();
  await page.waitForSelector('.cards');
  await eventually('actor: as many events as in SQL', n, () => total(page));
  same('actor: has an address', '#/actors/USA', await address(page));
  await visit(page, 'actors');
  await page.locator('.network a.node').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.cards');
  ok('actors: a node opens its page, by keys', true);
});

await test('a story whose reports differ', async (page) => {
  const db = join(work, 'differ.db');
  const blast = (id, title, dead, whom, outlet) => JSON.stringify({ id, title, outlet, date: '2021-04-02', text: `OSTREL - An explosion at the fuel depot of Ostrel killed ${dead} people on Thursday, ${whom} said. The fire burned for six hours.\n\nOstrel's ferry harbour was closed. Mayor Olga Dorn called for an inquiry into the depot.` }) + '\n';
  writeFileSync(join(work, 'differ.jsonl'), blast('a', 'Explosion at the depot of Ostrel', 12, 'police', 'Ostrel Post') + blast('b', 'Ostrel: mayor wants inquiry into depot', 19, 'Governor Ada Mirek', 'Coast Radio'));
  run('add', db, join(work, 'differ.jsonl'));
  const at = await serve(db);
  await visit(page, 'stories', at);
  await page.locator('.story-list a').first().click();
  await eventually('a story: numbers that differ, each with who says it and where', [['How many were killed'], ['12 people says police Ostrel Post, 2 Apr 2021', '19 people says Ada Mirek Coast Radio, 2 Apr 2021']],
    async () => [await page.$$eval('.differ h3', (h) => h.map((x) => x.textContent)), await page.$$eval('.differ li .top', (h) => h.map((x) => x.innerText.replaceAll('\n', ' ')))]);
});

await test('figures', async (page) => {
  const top = sql("SELECT unit, coalesce(of_name, of_text) AS o, count(*) AS n FROM figures f JOIN documents d USING (document) WHERE d.newest AND d.copy_of IS NULL AND unit IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1")[0];
  await visit(page, `figures?unit=${top.unit}&of=${top.o ?? '~'}`);
  same('figures: a row for each report', top.n, await page.locator('.reports tbody tr').count());
  ok('figures: and a point', (await page.locator('.point').count()) === top.n);
});

await test('map', async (page) => {
  await visit(page, 'map');
  await page.waitForSelector('.land');
  same('map: as many events with a place as in SQL', count(`SELECT count(*) ${told} AND e.lat IS NOT NULL AND e.place IS NOT NULL`), await total(page));
  same('map: a spot for each place', count(`SELECT count(DISTINCT e.place) ${told} AND e.lat IS NOT NULL`), await page.locator('.spot').count());
});

await test('search', async (page) => {
  await visit(page, 'timeline');
  await page.keyboard.press('/');
  await page.keyboard.type('troops "the border');
  await page.keyboard.press('Enter');
  const want = count(`SELECT count(*) FROM articles_text t JOIN documents d ON d.document = t.rowid WHERE articles_text MATCH '"troops" "the border"' AND d.newest`);
  ok('search: the examples have these words', want > 0);
  await eventually('search: an open quotation mark is no error; as many as SQL finds', [want, '#/search'], async () => [await total(page), (await address(page)).split('?')[0]]);
});

await test('downloads', async (page) => {
  await visit(page, 'timeline?undated=published');
  for (const kind of ['SVG', 'PNG', 'CSV']) {
    await page.click('.tools .popover > button');
    const [d] = await Promise.all([page.waitForEvent('download'), page.click(`.menu button:has-text("${kind}")`)]);
    const bytes = readFileSync(await d.path());
    ok(`download: ${kind}`, kind === 'PNG' ? bytes.subarray(1, 4).toString() === 'PNG' && bytes.length > 5000 : bytes.toString().startsWith(kind === 'SVG' ? '<svg' : 'from,'));
    const told = ['>Timeline<', '>material conflict<', '>Undated on the day of the report<', '>examples.db<'];
    if (kind === 'SVG') same('download: the picture says what it shows', told, told.filter((t) => bytes.toString().includes(t)));
  }
});

await test('what is not there', async (page) => {
  for (const [view, back] of [['article/999999', '#/article'], ['actors/Nobody%20at%20all', '#/actors'], ['stories/999999', '#/stories']]) {
    await visit(page, view);
    same(`${view} is not there: the page says so and leads back`, [1, 1], [await page.locator('main h1').count(), await page.locator(`main a[href="${back}"]`).count()]);
  }
  errors.splice(0, errors.length, ...errors.filter((e) => !e.includes('404'))); // the browser's word for it
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('about:blank');
  await page.goto(base + '#/events');
  await eventually('a server that has ended: said once', 1, () => page.evaluate(() => [...document.querySelectorAll('[role=alert]')].filter((e) => e.checkVisibility()).length));
  errors.splice(0, errors.length, ...errors.filter((e) => !e.includes('ERR_FAILED')));
});

await test('long dates, and a text without its title', async (page) => {
  const db = join(work, 'dates.db');
  writeFileSync(join(work, 'dates.jsonl'), JSON.stringify({ id: 'a', title: 'A look back at the border', date: '2021-04-02', text: 'In the 1980s, Russia attacked Afghanistan. Between 28 November 2019 and 3 March 2020, Iran accused Iraq of treason.' }) + '\n');
  run('add', db, join(work, 'dates.jsonl'));
  const at = await serve(db);
  await visit(page, 'events', at);
  const dates = await page.$$eval('.body .row .date', (d) => d.map((x) => x.textContent));
  ok('a decade is said as one', dates.includes('1980–1989'), dates);
  same('long dates stay in their column', [], await page.evaluate(faults));
  await visit(page, 'article/1', at);
  same('article: what is no title does not look like one', [1, 0], [await page.locator('.text p').count(), await page.locator('.text .title').count()]);
});

await test('a store that grows', async (page) => {
  const db = join(work, 'growing.db');
  mkdirSync(join(work, 'none'));
  try { run('add', db, join(work, 'none')); } catch { /* nothing to add: the empty store is there */ }
  const at = await serve(db);
  await page.goto(at);
  await page.waitForSelector('.empty.whole');
  ok('an empty store says how to fill it', (await page.textContent('.empty')).includes('attache add'));
  run('add', db, join(root, 'examples/articles/2022-ukraine.txt'));
  await page.waitForSelector('.plot, .heading', { timeout: 2 * LIMIT });
  ok('what is added appears by itself', true);
});

await test('hostile articles', async (page) => {
  const db = join(work, 'hostile.db');
  const evil = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">';
  writeFileSync(join(work, 'hostile.jsonl'), JSON.stringify({ id: evil, title: `=cmd|'/c calc'!A1 ${evil}`, outlet: `@SUM(1)${evil}`, date: '2022-02-14', text: `Russia threatened on Monday to cut gas supplies to Poland. ${evil} \u001b[31m\u001b]0;owned\u0007 "${evil} We will answer," Polish President Andrzej Duda said. Some 5,000 <b onmouseover=alert(1)> Russian troops moved to the border.` }) + '\n');
  run('add', db, join(work, 'hostile.jsonl'));
  const at = await serve(db);
  for (const view of ['timeline?undated=published', 'events', 'article', 'article/1', 'actors', 'actors/RUS', 'stories', 'figures', 'map', 'search?q=script', `search?q=${encodeURIComponent(evil)}`, `actors/${encodeURIComponent(evil)}`, `events?actor=${encodeURIComponent(evil)}`]) {
    if (view.startsWith('actors/%')) {
      await page.goto('about:blank');
      await page.goto(at + '#/' + view);
      await page.waitForSelector('.empty');
      while (errors.at(-1)?.includes('404')) errors.pop(); // the browser's word for "no such actor"
    } else {
      await visit(page, view, at);
    }
    const harm = await page.evaluate(() => [window.pwned, document.querySelectorAll('main script, main img, [onerror], [onmouseover]').length]);
    ok(`hostile: ${view.slice(0, 30)} shows it as text`, harm[0] === undefined && harm[1] === 0, harm);
  }
});

ok('no error or warning in the console', errors.length === 0, errors.join('\n'));
ok('no request left this computer', strangers.length === 0, strangers.join('\n'));
await browser.close();
for (const s of servers) { s.removeAllListeners('exit'); s.kill('SIGINT'); }
rmSync(work, { recursive: true, force: true });
console.log(`1..${n}`);
process.exit(bad ? 1 : 0);
