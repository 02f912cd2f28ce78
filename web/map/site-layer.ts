import './site-layer.css';
import { divIcon, type Map as LeafletMap, type LeafletMouseEvent, type Marker, marker } from 'leaflet';
import type { Position } from '../../core/geo/point.ts';
import { asPoint } from '../../core/geo/step-point.ts';
import { latLng } from './base-map.ts';
import { glyphMark } from './glyph-mark.ts';
import type { MapSite, MapSites } from './map-types.ts';

/** Where each arrow key goes: east, north. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

interface Shown {
  mark: Marker;
  signature: string;
  /** Where it was put last. */
  at: Position | null;
}

/**
 * Services that can be dragged, or moved with the arrow keys, and the cross-hairs with which a new one is put down. A
 * mark that stays is never made anew, so the focus and a drag go on while everything else is computed again.
 */
export function addSiteLayer(base: LeafletMap) {
  const shown = new Map<string, Shown>();
  let current: MapSites | null = null;
  let dragged: string | null = null;

  function draw(site: MapSite): void {
    const isSelected = site.id === current?.selected;
    const known = shown.get(site.id) ?? make(site);
    if (dragged !== site.id && known.at !== site.position) known.mark.setLatLng(latLng(site.position));
    known.at = site.position;
    const signature = JSON.stringify([site.look, site.label, isSelected]);
    if (known.signature === signature) return;
    known.signature = signature;
    const element = known.mark.getElement();
    element?.replaceChildren(body(site, isSelected));
    element?.setAttribute('aria-label', site.label);
    element?.setAttribute('aria-pressed', String(isSelected));
    known.mark.setZIndexOffset(isSelected ? 2000 : site.look === 'open' ? 0 : 1000);
  }

  function make({ id, position }: MapSite): Shown {
    const icon = divIcon({ className: 'site', iconSize: [32, 32] });
    const mark = marker(latLng(position), { icon, keyboard: true, draggable: true, riseOnHover: true });
    mark.on('click', () => current?.onSelect(id));
    followDrag(id, mark);
    mark.addTo(base);
    mark.getElement()?.addEventListener('keydown', (event) => pressed(id, event));
    const made: Shown = { mark, signature: '', at: null };
    shown.set(id, made);
    return made;
  }

  /** However often the pointer moves, what it means is asked once a frame. */
  function followDrag(id: string, mark: Marker): void {
    let frame = 0;
    const point = () => {
      const { lng, lat } = mark.getLatLng();
      return asPoint(lng, lat);
    };
    mark.on('dragstart', () => {
      dragged = id;
      current?.onSelect(id);
    });
    mark.on('drag', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => current?.onDrag(id, point()));
    });
    mark.on('dragend', () => {
      cancelAnimationFrame(frame);
      dragged = null;
      current?.onDrop(id, point());
    });
  }

  function pressed(id: string, event: KeyboardEvent): void {
    const way = ARROWS[event.key];
    if (!way && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (way) current?.onStep(id, way, event.shiftKey);
    else current?.onSelect(id);
  }

  base.on('click', ({ latlng }: LeafletMouseEvent) => current?.onPut?.(asPoint(latlng.lng, latlng.lat)));
  return {
    set(next: MapSites | null): void {
      current = next;
      base.getContainer().classList.toggle('map-putting', next?.onPut != null);
      const wanted = new Set(next?.sites.map(({ id }) => id));
      for (const [id, { mark }] of shown) {
        if (wanted.has(id)) continue;
        mark.remove();
        shown.delete(id);
      }
      for (const site of next?.sites ?? []) draw(site);
    },
  };
}

function body({ look, name }: MapSite, isSelected: boolean): HTMLElement {
  const glyph = look === 'closed' ? 'x' : 'map-pin';
  const element = glyphMark(`site-body site-${look} ${isSelected ? 'site-selected' : ''}`, glyph, 18);
  if (isSelected) {
    const label = document.createElement('span');
    label.className = 'pin-name';
    label.textContent = name;
    element.append(label);
  }
  return element;
}
