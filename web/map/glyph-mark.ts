import { type GlyphName, glyphShapes } from '../parts/glyph.tsx';

/** The body of a mark on the map that shows one glyph, which comes with the build: nothing of it comes from data. */
export function glyphMark(className: string, name: GlyphName, size: number): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true">${glyphShapes(name)}</svg>`;
  return element;
}
