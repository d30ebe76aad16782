// world.js: the drawing of the world, as build.mjs makes it and the map shows it: Natural Earth projection, in units of the drawing.
import { geoNaturalEarth1Raw } from 'd3-geo';

// As large as the sphere is at this scale.
const scale = 200;
const [right] = geoNaturalEarth1Raw(Math.PI, 0), [, top] = geoNaturalEarth1Raw(0, Math.PI / 2);
export const WORLD = { scale, width: 2 * right * scale, height: 2 * top * scale };

export function place(lon, lat) {
  const [x, y] = geoNaturalEarth1Raw((lon * Math.PI) / 180, (lat * Math.PI) / 180);
  return [WORLD.width / 2 + x * scale, WORLD.height / 2 - y * scale];
}
