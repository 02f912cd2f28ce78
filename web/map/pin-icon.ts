import { type DivIcon, divIcon } from 'leaflet';
import { domainColor, domainGlyph } from '../parts/domains.ts';
import { type GlyphName, glyphShapes } from '../parts/glyph.tsx';
import type { MapPlace } from './map-types.ts';

export interface PinLook {
  selected: boolean;
  hovered: boolean;
}

const DROP = 'M18 43C14 37 1 29.5 1 18a17 17 0 1 1 34 0c0 11.5-13 19-17 25Z';

/** A rounded drop with the domain's glyph; hollow when full, faded with a clock when closed now. */
export function pinIcon(place: MapPlace, look: PinLook): DivIcon {
  const element = document.createElement('span');
  const number = place.number ?? (place.domain === null && !place.glyph ? place.count : undefined);
  const states = [
    place.full && 'pin-full',
    place.closed && 'pin-closed',
    look.selected && 'pin-selected',
    look.hovered && 'pin-hovered',
  ];
  element.className = ['pin-body', ...states.filter(Boolean)].join(' ');
  element.setAttribute('aria-hidden', 'true');
  element.style.setProperty('--pin', place.domain ? domainColor(place.domain) : 'var(--ink)');
  element.innerHTML = drop(number === undefined ? glyphOf(place) : null);
  // Words and then figures, in the order in which the pin's label says them.
  if (look.selected || look.hovered) element.append(text('pin-name', place.name), ' ');
  if (number !== undefined) element.append(text('pin-number', String(number)));
  if (place.closed) element.insertAdjacentHTML('beforeend', badge('clock'));
  else if ((place.count ?? 1) > 1 && number === undefined)
    element.append(text('pin-count', String(place.count)));
  return divIcon({ className: 'pin', html: element, iconSize: [36, 44], iconAnchor: [18, 43] });
}

export function clusterIcon(count: number): DivIcon {
  const size = count < 10 ? 40 : count < 100 ? 46 : 54;
  return divIcon({ className: 'cluster', html: text('cluster-body', String(count)), iconSize: [size, size] });
}

function glyphOf(place: MapPlace): GlyphName {
  return place.glyph ?? domainGlyph(place.domain);
}

function drop(glyph: GlyphName | null): string {
  const inner = glyph
    ? `<g class="pin-glyph" transform="translate(8 8) scale(.8333)">${glyphShapes(glyph)}</g>`
    : '';
  return `<svg viewBox="0 0 36 44" width="36" height="44" aria-hidden="true"><path class="pin-drop" d="${DROP}"/>${inner}</svg>`;
}

function badge(glyph: GlyphName): string {
  return `<svg class="pin-badge" viewBox="-3 -3 30 30" width="18" height="18" aria-hidden="true">${glyphShapes(glyph)}</svg>`;
}

/** Names come from data: always as text, never as markup. */
function text(className: string, content: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = content;
  return element;
}
