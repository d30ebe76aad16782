// look.mjs: what an eye would find wrong in a view, as far as boxes tell it. Run in the page.
export function faults() {
  const out = [];
  const box = (el) => el.getBoundingClientRect();
  const seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const say = (what, el) => out.push(`${what}: ${el.textContent.trim().slice(0, 60)}`);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) out.push(`${over} px too wide`);
  for (const svg of document.querySelectorAll('.drawing')) {
    const r = box(svg);
    const texts = [...svg.querySelectorAll('text')].filter(seen);
    for (const t of texts) if (box(t).left < r.left - 1 || box(t).right > r.right + 1 || box(t).top < r.top - 2 || box(t).bottom > r.bottom + 2) say('cut', t);
    for (const kind of ['.axis text', '.node-name', '.place-name', '.marks circle']) {
      const all = [...svg.querySelectorAll(kind)];
      all.forEach((a, i) => all.slice(i + 1).forEach((b) => { if (meet(box(a), box(b))) say('covered', a); }));
    }
  }
  // Text that runs out of its own place, over what stands beside it.
  for (const el of document.querySelectorAll('.row > span, th, td, .button, .chip, .segmented label, .values label, .ranking a, .with li, .heading > *')) {
    if (seen(el) && el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).overflowX === 'visible' && getComputedStyle(el).display !== 'inline') say('runs out', el);
  }
  if (innerWidth >= 2000) {
    const main = document.querySelector('main');
    const right = Math.max(...[...main.querySelectorAll('*')].filter((el) => seen(el) && !el.closest('.heading')).map((el) => box(el).right));
    if (!main.querySelector('.empty') && right < 0.85 * innerWidth) out.push(`the right of the page is empty from ${Math.round(right)} px on`);
    if (parseFloat(getComputedStyle(main).fontSize) < 17) out.push('the letters are those of a small screen');
    for (const svg of document.querySelectorAll('.chart, .ties, .world')) if (box(svg).height < 0.33 * innerHeight) out.push(`${svg.getAttribute('class')} is a strip`);
  }
  return out;
}
