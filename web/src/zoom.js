// zoom.js: d3-zoom, fetched when a picture already stands.
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';

// Lets svg be dragged and zoomed, from {x, y, k}; told(transform) at each step. Gives {by(factor), end()}.
export function attach(svg, from, { scale, within, told }) {
  const z = zoom().scaleExtent(scale).filter((e) => (e.type !== 'wheel' || e.ctrlKey || e.metaKey) && !e.button).on('zoom', (e) => told(e.transform));
  if (within) z.translateExtent(within);
  const drawing = select(svg);
  svg.__zoom = zoomIdentity.translate(from.x, from.y).scale(from.k); // where it stands already
  drawing.call(z).on('dblclick.zoom', null);
  return { by: (k) => drawing.call(z.scaleBy, k), end: () => drawing.on('.zoom', null) };
}
