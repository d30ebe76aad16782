// shots.mjs: the pictures of docs/page.md, from the example articles. ATTACHE=program node web/shots.mjs FOLDER; then they are made small by
// pngquant and optipng, if these are there.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const program = resolve(process.env.ATTACHE ?? join(root, 'build/attache'));
const out = resolve(process.argv[2] ?? join(root, 'docs/img'));
const work = mkdtempSync(join(tmpdir(), 'attache-shots-'));
const store = join(work, 'examples.db');
mkdirSync(out, { recursive: true });
execFileSync(program, ['add', store, join(root, 'examples/articles')], { stdio: 'ignore' });
const one = (q) => execFileSync('sqlite3', [store, q], { encoding: 'utf8' }).trim();
const ukraine = one("SELECT document FROM documents WHERE doc = '2022-ukraine.txt'");
const story = one('SELECT story FROM documents WHERE doc = \'2015-minsk.txt\'') || '1';
const server = spawn(program, ['serve', '--port', '0', store], { stdio: ['ignore', 'pipe', 'ignore'] });
const base = await new Promise((done) => server.stdout.once('data', (d) => done(String(d).trim())));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

const SHOTS = [
  ['timeline', 'timeline?undated=published&from=2009-01-01', 'light'],
  ['timeline-dark', 'timeline?undated=published&from=2009-01-01', 'dark'],
  ['events', 'events?party=USA&status=occurred', 'light', async (page) => { await page.focus('.body .row'); await page.keyboard.press('ArrowDown'); await page.waitForTimeout(150); await page.keyboard.press('Enter'); }],
  ['article', `article/${ukraine}`, 'light', async (page) => { await page.locator('.rec').nth(2).hover(); }],
  ['actors', 'actors', 'light'],
  ['actor', 'actors/RUS', 'light'],
  ['story', `stories/${story}`, 'light', async (page) => { const b = page.locator('.tellers button'); if (await b.count()) await b.first().click(); }],
  ['figures', 'figures?unit=USD&of=~', 'light'],
  ['map', 'map', 'light'],
  ['search', 'search?q=troops', 'light'],
];
for (const [name, address, colorScheme, act] of SHOTS) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 840 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(base + '#/' + address);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
  if (act) await act(page);
  await page.waitForTimeout(300);
  const file = join(out, `page-${name}.png`);
  await page.screenshot({ path: file });
  for (const [tool, ...args] of [['pngquant', '--force', '--skip-if-larger', '--speed', '1', '--quality', '60-90', '--output', file, '64', file], ['optipng', '-quiet', '-o2', file]])
    try { execFileSync(tool, args, { stdio: 'ignore' }); } catch { /* then it stays larger */ }
  await context.close();
}
await browser.close();
server.kill('SIGINT');
rmSync(work, { recursive: true, force: true });
