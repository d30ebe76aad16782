// bench.mjs: the page on a large store in Chromium: first view, a filter, frames while brushing. ATTACHE=program node web/bench.mjs STORE
// (a store of 100,000 events: bench/page.sh makes one). Medians of five, milliseconds from the navigation or the click to the drawing.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';

const store = process.argv[2];
const server = spawn(process.env.ATTACHE ?? 'build/attache', ['serve', '--port', '0', store], { stdio: ['ignore', 'pipe', 'ignore'] });
const base = await new Promise((done) => server.stdout.once('data', (d) => done(String(d).trim())));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
const median = (v) => v.sort((a, b) => a - b)[v.length >> 1];
const say = (what, v, unit = 'ms') => console.log(`${what.padEnd(34)} ${v.toFixed(0).padStart(6)} ${unit}`);

// When the element is there and two frames later, so painted; by the page's own clock, which starts at the navigation.
const painted = (selector) => page.evaluate((s) => new Promise((done) => {
  const look = () => (document.querySelector(s) ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : setTimeout(look, 1));
  look();
}), selector);
// The processor time of the page's thread until then, which other jobs on the machine don't stretch.
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
const busy = async () => (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === 'ThreadTime').value * 1000;
for (const [view, selector] of [['timeline', 'svg.chart rect'], ['events', '.body .row .type'], ['actors', '.node'], ['map', '.spot']]) {
  const times = [], work = [];
  for (let i = 0; i < 5; i++) {
    await page.goto('about:blank');
    const before = await busy();
    await page.goto(`${base}#/${view}`, { waitUntil: 'commit' });
    times.push(await painted(selector));
    const after = await busy();
    work.push(after >= before ? after - before : after); // a new process counts from nothing
  }
  say(`first view: ${view}`, median(times));
  say('  processor time of its thread', median(work));
}
for (const [view, shown] of [['events', '.heading .sub'], ['timeline', '.heading .sub']]) {
  const times = [];
  await page.goto(`${base}#/${view}`);
  await page.waitForSelector('.facets .values input');
  for (let i = 0; i < 5; i++)
    times.push(await page.evaluate(([s, k]) => new Promise((done) => {
      const old = document.querySelector(s).textContent;
      const begin = performance.now();
      document.querySelectorAll('.facets .values input')[k].click();
      const look = () => (document.querySelector(s).textContent !== old && !document.querySelector('.loading') ? requestAnimationFrame(() => done(performance.now() - begin)) : setTimeout(look, 1));
      setTimeout(look, 1);
    }), [shown, 4 + i % 2]));
  say(`a filter: ${view}`, median(times));
}
await page.goto(`${base}#/timeline`);
await page.waitForSelector('.strip');
await page.waitForTimeout(500);
const box = await page.locator('.strip').boundingBox();
await page.mouse.move(box.x + 200, box.y + 20);
await page.mouse.down();
const work = page.evaluate(() => new Promise((done) => { // the script and layout time that one frame of brushing costs
  const strip = document.querySelector('.strip');
  const { left, top } = strip.getBoundingClientRect();
  const times = [];
  let i = 0;
  const frame = () => {
    const begin = performance.now();
    strip.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: left + 220 + 3 * i, clientY: top + 20 }));
    setTimeout(() => { document.body.getBoundingClientRect(); times.push(performance.now() - begin); if (++i < 120) requestAnimationFrame(frame); else done(times.sort((a, b) => a - b)); });
  };
  requestAnimationFrame(frame);
}));
const times = await work;
say('brushing: work of a frame, median', times[60]);
say('brushing: work of a frame, 95 %', times[114]);
await browser.close();
server.kill('SIGINT');
