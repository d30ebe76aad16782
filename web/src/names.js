// names.js: where the names of round spots stand in a drawing, so that none covers another: of the largest first, on the first side that
// has room.
const LETTER = 6.9, HIGH = 15; // of text of 12 units, roughly

const SIDES = {
  right: (s, w) => ({ x: s.x + s.r + 5, y: s.y, anchor: 'start', left: s.x + s.r + 2, top: s.y - HIGH / 2, w }),
  left: (s, w) => ({ x: s.x - s.r - 5, y: s.y, anchor: 'end', left: s.x - s.r - 2 - w, top: s.y - HIGH / 2, w }),
  below: (s, w) => ({ x: s.x, y: s.y + s.r + 9, anchor: 'middle', left: s.x - w / 2, top: s.y + s.r + 2, w }),
  above: (s, w) => ({ x: s.x, y: s.y - s.r - 9, anchor: 'middle', left: s.x - w / 2, top: s.y - s.r - 2 - HIGH, w }),
};

const meets = (a, b) => a.left < b.left + b.w && b.left < a.left + a.w && a.top < b.top + (b.h ?? HIGH) && b.top < a.top + HIGH;

// spots: [{x, y, r, name}], the largest first; around: the sides, the best first; off: what names should not cover if they can help it,
// as [{left, top, w, h, of}]. Gives spot -> {x, y, anchor}; those that find no room are not in it.
export function placeNames(spots, width, height, around, { off = [], most = Infinity } = {}) {
  const taken = [], places = new Map();
  for (const s of spots) {
    const boxes = around.map((side) => SIDES[side](s, s.name.length * LETTER + 6)).filter((b) => b.left >= 0 && b.left + b.w <= width && b.top >= 0 && b.top + HIGH <= height && !taken.some((t) => meets(b, t)));
    const box = boxes.find((b) => !off.some((o) => o.of !== s && meets(b, o))) ?? boxes[0];
    if (!box || places.size === most) continue;
    taken.push(box);
    places.set(s, box);
  }
  return places;
}
