// build.mjs: src/ -> dist/, the same bytes each time. npm ci && node build.mjs [FOLDER]
// dist/ is committed, so that the C build needs no node; ./check builds again and compares.
import { geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { WORLD } from './src/world.js';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'dist');
const from = (name) => join(here, 'node_modules', name);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const name = (path) => path.slice(path.lastIndexOf('/') + 1);
const script = { outdir: out, entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', metafile: true, splitting: true, bundle: true, minify: true, format: 'esm', target: ['es2022'], jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none', charset: 'utf8', absWorkingDir: here };
const made = (result, entry) => name(Object.entries(result.metafile.outputs).find(([, o]) => o.entryPoint?.endsWith(entry))[0]);
// first.js is a script of the old kind, which the browser runs as soon as it has it (src/index.html). Names tell the content, so that a
// browser may keep the files.
const first = made(await build({ ...script, entryPoints: { first: join(here, 'src/first.js') }, splitting: false, format: 'iife' }), 'first.js');
const page = await build({ ...script, entryPoints: { app: join(here, 'src/main.jsx') } });
const app = made(page, 'main.jsx');
const fonts = { '/inter.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', '/serif.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2' };
const font = { name: 'font', setup: (b) => { b.onResolve({ filter: /woff2$/ }, ({ path }) => ({ path: from(fonts[path]) })); } };
const style = await build({ entryPoints: { app: join(here, 'src/style.css') }, outdir: out, entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', publicPath: '/', loader: { '.woff2': 'file' }, plugins: [font], metafile: true, bundle: true, minify: true, target: ['chrome123', 'firefox120', 'safari17.5'], absWorkingDir: here });
// What the frame is made of is asked for at once, not when the file that needs it has been read.
const needed = (file) => Object.entries(page.metafile.outputs).find(([path]) => name(path) === file)[1].imports.filter((i) => i.kind === 'import-statement' ).map((i) => name(i.path)).flatMap((f) => [f, ...needed(f)]);
const preload = [...new Set(needed(app))].sort().map((f) => `<link rel="modulepreload" href="/${f}" />\n    `).join('');
const fill = { FIRST: first, APP: app, STYLE: made(style, 'style.css'), FONT: name(Object.keys(style.metafile.outputs).find((f) => /inter.*woff2$/.test(f))), PRELOAD: preload };
writeFileSync(join(out, 'index.html'), readFileSync(join(here, 'src/index.html'), 'utf8').replace(/\{([A-Z]+)\}/g, (_, k) => fill[k]));
copyFileSync(join(here, 'src/icon.svg'), join(out, 'icon.svg'));
// The shapes of countries are drawn here, once, and not in the browser each time: steps from point to point in tenths of a unit of the drawing.
const atlas = JSON.parse(readFileSync(from('world-atlas/countries-110m.json'), 'utf8'));
const pen = geoPath(geoNaturalEarth1().scale(WORLD.scale).translate([WORLD.width / 2, WORLD.height / 2]));
const steps = (path) => path.split('M').slice(1).map((ring) => {
  const points = ring.replace('Z', '').split('L').map((p) => p.split(',').map((v) => Math.round(v * 10)));
  const moves = points.slice(1).map((p, i) => [p[0] - points[i][0], p[1] - points[i][1]]).filter(([x, y]) => x || y);
  return moves.length && `M${points[0]}l${moves.flat().join(' ').replaceAll(' -', '-')}${ring.endsWith('Z') ? 'z' : ''}`;
}).filter(Boolean).join('');
writeFileSync(join(out, 'world.json'), JSON.stringify({ land: steps(pen(feature(atlas, atlas.objects.countries))), graticule: steps(pen(geoGraticule10())) }));

// The licences of all that went in.
const used = new Set(['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', 'world-atlas']);
for (const path of Object.keys(page.metafile.inputs)) {
  const m = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (m) used.add(m[1]);
}
const texts = [...used].sort().map((lib) => {
  const { version, license } = JSON.parse(readFileSync(join(from(lib), 'package.json'), 'utf8'));
  return `${lib} ${version} (${license})\n\n${readFileSync(join(from(lib), 'LICENSE'), 'utf8').trim()}\n`;
});
writeFileSync(join(out, 'licenses.txt'), `The page of attaché is made of these, and of files of its own (MIT).\nThe shapes of countries are those of Natural Earth, which is in the public domain.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`);

let all = 0;
for (const file of readdirSync(out).sort()) {
  const bytes = readFileSync(join(out, file));
  const size = file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  all += size;
  console.log(`${file.padEnd(24)} ${String(bytes.length).padStart(8)} bytes, ${String(size).padStart(7)} compressed`);
}
console.log(`${'all'.padEnd(24)} ${' '.repeat(8)}        ${String(all).padStart(7)} compressed`);
if (all > 400_000) {
  console.error('The bundle is over 400 kB compressed.');
  process.exit(1);
}
