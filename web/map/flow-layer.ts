import { divIcon, type Layer, type Map as LeafletMap, marker, type Polyline } from 'leaflet';
import { polyline } from 'leaflet/src/layer/vector/Polyline.js';
import type { Position } from '../../core/geo/point.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import { domainColor, domainGlyph } from '../parts/domains.ts';
import type { GlyphName } from '../parts/glyph.tsx';
import { latLng } from './base-map.ts';
import { flowCurve } from './flow-curve.ts';
import { glyphMark } from './glyph-mark.ts';
import type { MapFlow, MapFlows } from './map-types.ts';
import { makeReachable } from './reachable-path.ts';

/**
 * Curves from schools to places with a mark at either end. They are drawn anew only when the flows change; pointing at
 * one changes its class, so the focus stays where it is.
 */
export function addFlowLayer(base: LeafletMap) {
  let layers: Layer[] = [];
  let curves = new Map<string, Polyline>();
  let drawn: readonly MapFlow[] = [];
  let current: MapFlows | null = null;

  function draw(flows: readonly MapFlow[]): void {
    for (const layer of layers) layer.remove();
    curves = new Map();
    // The widest lie below: a thin curve is never covered.
    const inOrder = [...flows].sort((a, b) => b.width - a.width);
    for (const flow of inOrder) curves.set(flow.id, curve(flow));
    layers = [...curves.values(), ...endMarks(flows)];
    for (const layer of layers) layer.addTo(base);
    drawn = flows;
  }

  function curve({ id, from, to, domain, width, turn, label }: MapFlow): Polyline {
    const line = polyline(flowCurve(from, to, turn).map(latLng), {
      color: domainColor(domain),
      weight: width,
      className: 'map-flow',
      smoothFactor: 0,
      bubblingMouseEvents: false,
    });
    makeReachable(line, {
      id,
      say: () => label,
      onHover: (hovered) => current?.onHover(hovered),
      onSelect: (selected) => current?.onSelect(selected),
    });
    return line;
  }

  return {
    set(next: MapFlows | null): void {
      current = next;
      if (next?.flows !== drawn) draw(next?.flows ?? []);
      for (const [id, line] of curves) {
        const element = line.getElement();
        element?.classList.toggle('map-flow-active', id === next?.active);
        // Whatever is moved loses the focus.
        if (id === next?.active && element !== document.activeElement) line.bringToFront();
      }
      base.getPane('overlayPane')?.classList.toggle('map-flows-dimmed', next?.active != null);
    },
  };
}

/**
 * One mark a school, one a place in the colour of what most go there for, at either end. They lie above the curves and are not in the
 * way of the pointer.
 */
function endMarks(flows: readonly MapFlow[]): Layer[] {
  const marks = new Map<string, Layer>();
  for (const { to, domain } of flows.toReversed()) marks.set(to.join(), placeMark(to, domain));
  for (const { from, fromDomain } of flows) {
    const school = () => endMark(from, 'flow-school', 'school', 'var(--ink)');
    marks.set(from.join(), fromDomain === undefined ? school() : placeMark(from, fromDomain));
  }
  return [...marks.values()];
}

function placeMark(position: Position, domain: DomainId | null): Layer {
  return endMark(position, 'flow-place', domainGlyph(domain), domainColor(domain));
}

function endMark(position: Position, className: string, glyph: GlyphName, color: string): Layer {
  const element = glyphMark(`flow-end ${className}`, glyph, 14);
  element.style.setProperty('--pin', color);
  const icon = divIcon({ className: 'flow-mark', html: element, iconSize: [24, 24] });
  return marker(latLng(position), { icon, keyboard: false, interactive: false });
}
