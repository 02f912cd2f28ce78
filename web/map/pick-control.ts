import { Control, DomEvent, type Map as LeafletMap, type LeafletMouseEvent } from 'leaflet';
import type { Position } from '../../core/geo/point.ts';

/**
 * Two ways to search from a point: a button that takes the middle of the map (it comes once the map was moved,
 * and works by keyboard), and a press on the map itself.
 */
export function addPickControl(base: LeafletMap, label: string, onPick: (position: Position) => void): void {
  const holder = document.createElement('div');
  holder.className = 'map-pick';
  const middle = button(label, () => {
    holder.hidden = true;
    onPick(positionOf(base.getCenter()));
  });
  holder.append(middle);
  holder.hidden = true;
  DomEvent.disableClickPropagation(holder);
  const PickControl = Control.extend({ options: { position: 'topright' }, onAdd: () => holder });
  new PickControl().addTo(base);
  base.on('dragend', () => {
    holder.hidden = false;
  });
  base.on('keydown', () => {
    holder.hidden = false;
  });
  base.on('click', async (event: LeafletMouseEvent) => {
    const { popup } = await import('leaflet/src/layer/Popup.js');
    const ask = popup({ className: 'map-pick-popup', closeButton: false, autoPan: false });
    const here = button(label, () => {
      base.closePopup(ask);
      onPick(positionOf(event.latlng));
    });
    ask.setLatLng(event.latlng).setContent(here).openOn(base);
  });
}

function button(label: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button';
  element.textContent = label;
  element.addEventListener('click', onPress);
  return element;
}

/** About a hundred metres: near enough to search, and no one's door. */
function positionOf({ lng, lat }: { lng: number; lat: number }): Position {
  return [Math.round(lng * 1000) / 1000, Math.round(lat * 1000) / 1000];
}
