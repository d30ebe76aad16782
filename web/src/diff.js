// diff.js: what differs between two texts: sentences are matched first (the same, or with at least half of their words in common, in
// order), then the words of those that changed. Longest common subsequence both times.

function lcs(a, b, score) {
  const w = b.length + 1;
  const best = new Float32Array((a.length + 1) * w);
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--) {
      const s = score(a[i], b[k]);
      best[i * w + k] = Math.max(best[(i + 1) * w + k], best[i * w + k + 1], s > 0 ? best[(i + 1) * w + k + 1] + s : 0);
    }
  const out = [];
  let i = 0, k = 0;
  while (i < a.length && k < b.length) {
    const s = score(a[i], b[k]);
    if (s > 0 && best[i * w + k] === Math.fround(best[(i + 1) * w + k + 1] + s)) out.push([i++, k++]);
    else if (best[(i + 1) * w + k] >= best[i * w + k + 1]) i++;
    else k++;
  }
  return out;
}

const sentences = (text) => text.split(/\n+|(?<=[.!?][”"']?)\s+(?=[A-Z“"'])/).map((s) => s.trim()).filter(Boolean).slice(0, 400);
const words = (s) => s.split(/(\s+)/).filter(Boolean);
const bag = (s) => new Set(s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

// Both lists with the matched ones side by side, in order.
function align(a, b, pairs, make) {
  const out = [];
  let i = 0, k = 0;
  for (const [x, y] of [...pairs, [a.length, b.length]]) {
    while (i < x) out.push({ kind: 'gone', text: a[i++] });
    while (k < y) out.push({ kind: 'new', text: b[k++] });
    if (x < a.length) out.push(make(a[i++], b[k++]));
  }
  return out;
}

export function diffWords(a, b) {
  const x = words(a).slice(0, 400), y = words(b).slice(0, 400);
  return align(x, y, lcs(x, y, (p, q) => (p === q ? 1 : 0)), (p) => ({ kind: 'same', text: p }));
}

export function diffSentences(a, b) {
  const x = sentences(a), y = sentences(b);
  const bx = new Map(x.map((s) => [s, bag(s)])), by = new Map(y.map((s) => [s, bag(s)]));
  const likeness = (p, q) => {
    if (p === q) return 1;
    const u = bx.get(p), v = by.get(q);
    let n = 0;
    for (const w of u) if (v.has(w)) n++;
    const j = n / (u.size + v.size - n || 1);
    return j >= 0.34 ? j * 0.9 : 0;
  };
  return align(x, y, lcs(x, y, likeness), (p, q) => (p === q ? { kind: 'same', text: p } : { kind: 'changed', words: diffWords(p, q) }));
}
