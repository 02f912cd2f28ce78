import { greatCircleKm } from '../geo/great-circle-km.ts';
import { overlapMinutes } from '../schedule/weekly-spans.ts';
import type { CoLocationRules } from './co-location-rules.ts';
import type { NearSchool, Neighbourhood, TermDemand } from './neighbourhood.ts';
import { compare, type OpenOffer } from './site.ts';

export interface HostInput {
  schools: readonly NearSchool[];
  offers: readonly OpenOffer[];
  around(at: OpenOffer['at']): Neighbourhood;
  rules: CoLocationRules;
}

export const HOST_FACTORS = ['lacking', 'demand', 'rooms', 'hours'] as const;
export type HostFactor = (typeof HOST_FACTORS)[number];

/** A school with rooms that others may use. */
export interface Host {
  schoolId: string;
  name: string;
  at: OpenOffer['at'];
  /** Each from 0 to 1; the score is their product. */
  factors: Record<HostFactor, number>;
  score: number;
  lacking: TermDemand[];
  /** As in `Neighbourhood`. */
  needed: number;
  missing: number;
  /** Students with the most common need that lacks; one student may have several needs, so no sum is told. */
  students: number | null;
  rooms: OpenOffer[];
  /** Hours a week in which its rooms are open; null where nobody said. */
  hoursOpen: number | null;
}

/** Schools with rooms, the best host first. A school that gives no rooms is not one. */
export function rankHosts({ schools, offers, around, rules }: HostInput): Host[] {
  const spaces = offers.filter(({ kind }) => kind === 'space');
  const hosts = schools.flatMap(({ id, name, point }) => {
    if (!point) return [];
    const at = point.coordinates;
    const rooms = spaces.filter((space) => greatCircleKm(at, space.at) * 1000 <= rules.roomsWithinMetres);
    return rooms.length > 0 ? [{ id, name, at, rooms, near: around(at) }] : [];
  });
  const mostStudents = Math.max(0, ...hosts.map(({ near }) => studentsOf(near) ?? 0));
  return hosts
    .map(({ id, name, at, rooms, near }): Host => {
      const hoursOpen = hoursOf(rooms);
      const students = studentsOf(near);
      const factors = {
        lacking: near.needed === 0 ? 0 : near.missing / near.needed,
        demand: students === null ? 0 : students / mostStudents,
        rooms: freeRooms(rooms, rules),
        hours: hoursOpen === null ? rules.hoursUnknown : Math.min(1, hoursOpen / rules.enoughHours),
      };
      return {
        schoolId: id,
        name,
        at,
        factors,
        score: factors.lacking * factors.demand * factors.rooms * factors.hours,
        lacking: near.lacking,
        needed: near.needed,
        missing: near.missing,
        students,
        rooms,
        hoursOpen,
      };
    })
    .sort((a, b) => b.score - a.score || compare(a.schoolId, b.schoolId));
}

/** The most needed stands first. */
function studentsOf({ lacking: [first] }: Neighbourhood): number | null {
  return first?.students ?? null;
}

/** Full is 0; free as counted is 1; where nobody has counted, between. The best of several rooms counts. */
function freeRooms(rooms: readonly OpenOffer[], { roomsUnknown }: CoLocationRules): number {
  return Math.max(
    ...rooms.map(({ placesFree }) => (placesFree === undefined ? roomsUnknown : Number(placesFree > 0))),
  );
}

function hoursOf(rooms: readonly OpenOffer[]): number | null {
  const known = rooms.filter(({ hoursKnown }) => hoursKnown).flatMap(({ hours }) => hours);
  // A week laid over itself: every minute once, however many rooms are open in it.
  return known.length === 0 ? null : overlapMinutes(known, known) / 60;
}
