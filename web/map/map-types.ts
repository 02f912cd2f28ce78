import type { FeatureCollection } from 'geojson';
import type { CrowdInWindow, OfferMark } from '../../core/directory/offer-view.ts';
import type { Position } from '../../core/geo/point.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import type { GlyphName } from '../parts/glyph.tsx';

/** A pin: one place, however many services it has. */
export interface MapPlace {
  id: string;
  position: Position;
  /** Shown beside the pin when it is pointed at or chosen. */
  name: string;
  /** What a screen reader says for the pin. */
  label: string;
  /** Null: services of several domains. */
  domain: DomainId | null;
  /** How many services are here; shown when more than one. */
  count?: number;
  full?: boolean;
  closed?: boolean;
  /** Overrides the domain's glyph, for schools. */
  glyph?: GlyphName;
  /** A number on the pin that stands in the list too, instead of the glyph. */
  number?: number;
}

/** More places than are sent at once: a window of the map is asked for whenever it has moved. */
export interface MapCrowd {
  load(window: { within: string; zoom: number }, signal: AbortSignal): Promise<CrowdInWindow>;
  /** What stands apart in the window; it is for the owner to show it as places. */
  onMarks(marks: readonly OfferMark[]): void;
  /** What a screen reader says for a cluster of so many places. */
  label(places: number): string;
}

/** Where the search starts. */
export interface MapOrigin {
  position: Position;
  label: string;
  kind: 'school' | 'point';
}

/** How far one gets, as a shaded circle; `label` says it in words. */
export interface MapReach {
  center: Position;
  km: number;
  label: string;
}

/** A straight line from where somebody starts to a place. */
export interface MapRoute {
  id: string;
  from: Position;
  to: Position;
  label: string;
}

/** How an area is painted: a colour of the palette, hatched for no data, dotted for hidden, or left out. */
export type AreaPaint = { look: 'color'; color: string } | { look: 'no-data' | 'hidden' | 'off' };

/** Areas (polygons) or points with classes: the gap maps. Every feature has an `id`. */
export interface MapAreas {
  shapes: FeatureCollection;
  /** Never hatched nor dotted, and told in a table beside the map: where there are many, they are drawn on a canvas. */
  plain?: boolean;
  paint(id: string): AreaPaint;
  /** What the pointer and a screen reader are told: "Cedar Hollow: 48 % within 30 minutes". */
  say(id: string): string;
  active: string | null;
  onHover(id: string | null): void;
  onSelect(id: string): void;
}

/** So many go from one place to another: a curve, as wide as there are many. */
export interface MapFlow {
  id: string;
  from: Position;
  to: Position;
  domain: DomainId | null;
  /** What stands where it begins, if it is no school: a place of this domain. */
  fromDomain?: DomainId | null;
  /** Pixels. */
  width: number;
  /** How many flows between the same two points are drawn before this one. */
  turn: number;
  /** What the pointer and a screen reader are told. */
  label: string;
}

/** Who goes where: flows from schools to places. */
export interface MapFlows {
  flows: readonly MapFlow[];
  active: string | null;
  onHover(id: string | null): void;
  onSelect(id: string): void;
}

/** A service that can be moved: as it is, put there, otherwise than it is, or switched off. */
export interface MapSite {
  id: string;
  position: Position;
  name: string;
  /** What a screen reader says for the mark. */
  label: string;
  look: 'open' | 'new' | 'changed' | 'closed';
}

/** Services to try things with. */
export interface MapSites {
  sites: readonly MapSite[];
  selected: string | null;
  onSelect(id: string): void;
  /** While it is dragged, at most once a frame; then where it was let go. */
  onDrag(id: string, to: Position): void;
  onDrop(id: string, to: Position): void;
  /** An arrow key: east and north, 0, 1 or -1 each, and whether it is a long step. */
  onStep(id: string, way: readonly [east: number, north: number], isLong: boolean): void;
  /** What the next press on the map does; null: nothing. */
  onPut: ((at: Position) => void) | null;
}
