// forces.js: where the nodes of a network stand: the forces of d3-force (link, charge, collision, towards the middle) summed over all
// pairs. With sixty nodes that is some ten times quicker than trees of quadrants, and it draws no random numbers: the same data give
// the same picture.

const TICKS = 160, FRICTION = 0.6, DECAY = 1 - 0.001 ** (1 / TICKS);

function pull({ x, y, vx, vy, degree, from, to, distance, strength }, alpha) {
  for (let k = 0; k < from.length; k++) {
    const a = from[k], b = to[k], share = degree[a] / (degree[a] + degree[b]); // who has many links stands firm
    const dx = x[b] + vx[b] - x[a] - vx[a], dy = y[b] + vy[b] - y[a] - vy[a], d = Math.sqrt(dx * dx + dy * dy) || 1e-6;
    const force = ((d - distance[k]) / d) * alpha * strength[k];
    vx[b] -= dx * force * share; vy[b] -= dy * force * share;
    vx[a] += dx * force * (1 - share); vy[a] += dy * force * (1 - share);
  }
}

function push({ x, y, vx, vy }, charge) {
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = x[j] - x[i], dy = y[j] - y[i], force = charge / Math.max(1, dx * dx + dy * dy);
      vx[i] -= dx * force; vy[i] -= dy * force;
      vx[j] += dx * force; vy[j] += dy * force;
    }
  }
}

function keepApart({ x, y, vx, vy, reach }) {
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = x[i] + vx[i] - x[j] - vx[j], dy = y[i] + vy[i] - y[j] - vy[j], apart = reach[i] + reach[j], square = dx * dx + dy * dy;
      if (square >= apart * apart) continue;
      const d = Math.sqrt(square) || 1e-6, force = (apart - d) / d, light = (reach[j] * reach[j]) / (reach[i] * reach[i] + reach[j] * reach[j]);
      vx[i] += dx * force * light; vy[i] += dy * force * light;
      vx[j] -= dx * force * (1 - light); vy[j] -= dy * force * (1 - light);
    }
  }
}

function move({ x, y, vx, vy }, towardX, towardY) {
  for (let i = 0; i < x.length; i++) {
    vx[i] = (vx[i] - x[i] * towardX) * FRICTION; vy[i] = (vy[i] - y[i] * towardY) * FRICTION;
    x[i] += vx[i]; y[i] += vy[i];
  }
}

// Nodes that stand where they do for other reasons are moved as little as keeps them apart, and inside the box.
export function separate(nodes, gap, [left, top, right, bottom]) {
  for (let pass = 0; pass < 60; pass++) {
    for (let i = 0; i < nodes.length; i++) {
      for (let j = i + 1; j < nodes.length; j++) {
        const a = nodes[i], b = nodes[j], dx = b.x - a.x, dy = b.y - a.y, d = Math.hypot(dx, dy) || 1e-6, lack = a.r + b.r + gap - d;
        if (lack <= 0) continue;
        const light = (a.r * a.r) / (a.r * a.r + b.r * b.r); // who is large stands firm
        b.x += (dx / d) * lack * light; b.y += (dy / d) * lack * light;
        a.x -= (dx / d) * lack * (1 - light); a.y -= (dy / d) * lack * (1 - light);
      }
    }
    for (const n of nodes) {
      n.x = Math.max(left + n.r, Math.min(right - n.r, n.x));
      n.y = Math.max(top + n.r, Math.min(bottom - n.r, n.y));
    }
  }
}

// nodes: [{r}], to which x and y are given; links: [{source, target: numbers of nodes, distance, strength}].
export function settle(nodes, links, { charge, towardX, towardY, gap }) {
  const room = () => new Float64Array(nodes.length), column = (list, of) => Float64Array.from(list, of);
  const s = { x: room(), y: room(), vx: room(), vy: room(), degree: room(), reach: column(nodes, (n) => n.r + gap), from: Uint16Array.from(links, (l) => l.source), to: Uint16Array.from(links, (l) => l.target), distance: column(links, (l) => l.distance), strength: column(links, (l) => l.strength) };
  for (const l of links) { s.degree[l.source]++; s.degree[l.target]++; }
  for (let i = 0; i < nodes.length; i++) { // a sunflower, so that nobody stands on another
    const r = 10 * Math.sqrt(0.5 + i), angle = i * Math.PI * (3 - Math.sqrt(5));
    s.x[i] = r * Math.cos(angle);
    s.y[i] = r * Math.sin(angle);
  }
  for (let tick = 0, alpha = 1; tick < TICKS; tick++) {
    alpha -= alpha * DECAY;
    pull(s, alpha);
    push(s, charge * alpha);
    keepApart(s);
    move(s, towardX * alpha, towardY * alpha);
  }
  nodes.forEach((n, i) => { n.x = s.x[i]; n.y = s.y[i]; });
}
