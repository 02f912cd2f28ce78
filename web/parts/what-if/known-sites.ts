import type { Position } from '../../../core/geo/point.ts';
import { applyChanges, type WhatIfSite } from '../../../core/what-if/apply-changes.ts';
import { type ScenarioChange, siteOf } from '../../../core/what-if/scenario.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { sitesOf } from '../../../core/what-if/what-if-engine.ts';
import type { MapSite } from '../../map/map-types.ts';

export interface NamedSite extends WhatIfSite {
  name: string;
}

/** A service as it would be, and as it is. */
export interface KnownSite extends NamedSite {
  look: MapSite['look'];
  /** Undefined: a new one. */
  today: WhatIfSite | undefined;
}

/** Today's services, by name. */
export function sitesOfToday(snapshot: Snapshot, locale: string): NamedSite[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return sitesOf(snapshot)
    .map((site, n) => ({ ...site, name: snapshot.sites.names[n] ?? site.id }))
    .sort((a, b) => compare(a.name, b.name));
}

/** The new services, the newest first, and those of today. One that is switched off stays in the list. */
export function knownSites(today: readonly NamedSite[], changes: readonly ScenarioChange[]): KnownSite[] {
  const { open } = applyChanges(today, changes);
  const touched = new Set(changes.map(siteOf));
  const known = new Set(today.map(({ id }) => id));
  const ofToday = today.map((site): KnownSite => {
    const now = open.get(site.id);
    const look = now === undefined ? 'closed' : touched.has(site.id) ? 'changed' : 'open';
    return { ...(now ?? site), name: site.name, look, today: site };
  });
  const names = new Map(
    changes.flatMap((change) => (change.kind === 'add' ? [[change.id, change.name]] : [])),
  );
  const fresh = [...open.values()]
    .filter(({ id }) => !known.has(id))
    .map(
      (site): KnownSite => ({ ...site, name: names.get(site.id) ?? site.id, look: 'new', today: undefined }),
    );
  return [...fresh.reverse(), ...ofToday];
}

/** An id that no change has, and its number. */
export function freshId(changes: readonly ScenarioChange[]): { id: string; n: number } {
  const taken = new Set(changes.map(siteOf));
  let n = 1;
  while (taken.has(`new-${n}`)) n++;
  return { id: `new-${n}`, n };
}

export function moveOf(siteId: string, point: Position): ScenarioChange {
  return { kind: 'move', siteId, point };
}
