// picture.js: a drawing of the page as a picture of its own, SVG or PNG.

// The drawing by itself: what the page's style sheet says about each part is written into the part. Above it stand what the page says about
// it: its title, how many events, the conditions, the colours; else nobody could tell later what the picture shows.
const STYLED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'paint-order', 'visibility', 'letter-spacing'];
const words = (el) => el.textContent.replace(/\s+/g, ' ').trim();
const element = (name, attributes, text = '') => {
  const el = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [k, v] of Object.entries(attributes)) el.setAttribute(k, v);
  el.textContent = text;
  return el;
};

// Parts of a line one after the other, further lines where the width ends: [{x, y, ...part}], and the height.
function flow(parts, width, y) {
  let x = 20;
  const out = parts.map((p) => {
    const w = 7 * p.text.length + (p.colour ? 16 : 0) + 18;
    if (x > 20 && x + w > width) { x = 20; y += 20; }
    const at = { ...p, x, y };
    x += w;
    return at;
  });
  return [out, y];
}

function caption(svg, width) {
  const of = (el) => getComputedStyle(el);
  const texts = (selector) => [...document.querySelectorAll(selector)].map((el) => ({ text: words(el) })).filter((p) => p.text);
  const text = (p, more) => element('text', { x: p.x, y: p.y, 'font-family': 'Inter, system-ui, sans-serif', 'font-size': 12.5, fill: of(document.querySelector('.heading .sub')).color, ...more }, p.text);
  const title = text({ x: 20, y: 32, text: words(document.querySelector('h1')) }, { 'font-family': 'Georgia, serif', 'font-size': 20, 'font-weight': 600, fill: of(document.querySelector('h1')).color });
  const [about, y] = flow(texts('.heading .sub, .chips.bar .chip, .head .store .file'), width, 54);
  const entries = [...svg.parentElement.querySelectorAll('.legend li')].map((li) => ({ text: words(li), colour: li.querySelector('i') && of(li.querySelector('i')) }));
  const [legend, end] = flow(entries, width, y + 22);
  const swatch = ({ x, y, colour }) => element('rect', { x, y: y - 9, width: 10, height: 10, rx: colour.borderRadius === '50%' ? 5 : 3, fill: colour.backgroundColor, stroke: colour.borderTopWidth === '0px' ? 'none' : colour.borderTopColor, 'stroke-width': 1.8 });
  return [[title, ...about.map((p) => text(p)), ...legend.filter((p) => p.colour).map(swatch), ...legend.map((p) => text({ ...p, x: p.x + (p.colour ? 16 : 0) }))], (entries.length ? end : y) + 14];
}

export function svgText(svg) {
  const copy = svg.cloneNode(true);
  const from = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((el, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of STYLED) {
      const v = style.getPropertyValue(name);
      if (v) el.setAttribute(name, v);
    }
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-hidden', 'style']) el.removeAttribute(name);
  });
  copy.querySelectorAll('.no-export').forEach((el) => el.remove());
  const { width, height } = svg.viewBox.baseVal;
  const [parts, above] = caption(svg, width);
  const fill = getComputedStyle(svg.closest('.network, .map-box') ?? document.body).backgroundColor;
  const head = element('g', { transform: `translate(0,${-above})` });
  head.append(element('rect', { width, height: above, fill }), ...parts); // over what sticks out of a drawing that was zoomed
  for (const name of ['class', 'tabindex', 'style']) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  copy.setAttribute('width', width);
  copy.setAttribute('height', height + above);
  copy.prepend(element('rect', { width, height, fill }));
  copy.append(head);
  return new XMLSerializer().serializeToString(copy);
}

export async function svgPng(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
