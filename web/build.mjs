// build.mjs: src/ -> dist/, the same bytes each time. npm ci && node build.mjs [FOLDER]
// dist/ is committed, so that the C build needs no node; ./check builds again and compares.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'dist');
const from = (name) => join(here, 'node_modules', name);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { app: join(here, 'src/main.jsx') },
  metafile: true,
  splitting: true,
  outdir: out,
  chunkNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  charset: 'utf8',
  absWorkingDir: here,
});
await build({ entryPoints: [join(here, 'src/style.css')], outfile: join(out, 'app.css'), bundle: true, minify: true, target: ['chrome123', 'firefox120', 'safari17.5'], external: ['*.woff2'], absWorkingDir: here });
// What the frame and the first view are made of is asked for at once, not when the file that needs it has been read.
const name = (path) => path.slice(path.lastIndexOf('/') + 1);
const outputs = Object.fromEntries(Object.entries(metafile.outputs).map(([path, o]) => [name(path), o]));
const first = new Set();
const need = (file) => {
  if (first.has(file)) return;
  first.add(file);
  for (const i of outputs[file].imports) if (i.kind === 'import-statement') need(name(i.path));
};
need('app.js');
need(Object.keys(outputs).find((f) => f.startsWith('timeline-')));
first.delete('app.js');
const links = [...first].sort().map((f) => `    <link rel="modulepreload" href="/${f}" />\n`).join('');
writeFileSync(join(out, 'index.html'), readFileSync(join(here, 'src/index.html'), 'utf8').replace(/(?= *<script type="module")/, links));
copyFileSync(join(here, 'src/icon.svg'), join(out, 'icon.svg'));
copyFileSync(from('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), join(out, 'inter.woff2'));
copyFileSync(from('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'), join(out, 'serif.woff2'));
writeFileSync(join(out, 'world.json'), JSON.stringify(JSON.parse(readFileSync(from('world-atlas/countries-110m.json'), 'utf8'))));

// The licences of all that went in.
const used = new Set(['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', 'world-atlas']);
for (const name of Object.keys(metafile.inputs)) {
  const m = name.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (m) used.add(m[1]);
}
const texts = [...used].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(join(from(name), 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${readFileSync(join(from(name), 'LICENSE'), 'utf8').trim()}\n`;
});
writeFileSync(join(out, 'licenses.txt'), `The page of attaché is made of these, and of files of its own (MIT).\nThe shapes of countries are those of Natural Earth, which is in the public domain.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`);

let all = 0;
for (const name of readdirSync(out).sort()) {
  const bytes = readFileSync(join(out, name));
  const size = name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  all += size;
  console.log(`${name.padEnd(24)} ${String(bytes.length).padStart(8)} bytes, ${String(size).padStart(7)} compressed`);
}
console.log(`${'all'.padEnd(24)} ${' '.repeat(8)}        ${String(all).padStart(7)} compressed`);
if (all > 400_000) {
  console.error('The bundle is over 400 kB compressed.');
  process.exit(1);
}
