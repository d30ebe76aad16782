// first.js: a script by itself, run while the rest of the page is still on its way: the questions of the first view are asked at once.
import { askFirst } from './ask.js';

globalThis.early = askFirst();
