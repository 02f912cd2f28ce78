import type { OpenOffer } from '../../../core/co-location/site.ts';
import type { Position } from '../../../core/geo/point.ts';
import { EVERY_SCHOOL, type NeedFigure } from '../../../core/privacy/student-counts.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';

/** 111 km a degree north of here: 0.009 is a kilometre. */
export const HERE: Position = [0, 0];

export const atKm = (north: number, east = 0): Position => [east / 111.195, north / 111.195];

/** A kilometre a minute. */
export const rule = { speedKmh: 60, detour: 1, overheadMinutes: 0, maximumMinutes: 60 };

const label = { en: 'x', es: 'x' };
const words = { label, description: label, synonyms: { en: [], es: [] } };

export const taxonomy = parseTaxonomy(
  (
    [
      ['academic', null],
      ['tutoring', 'academic'],
      ['reading', 'tutoring'],
      ['math', 'tutoring'],
      ['basic-needs', null],
      ['food', 'basic-needs'],
      ['clothing', 'basic-needs'],
    ] as const
  ).map(([id, parent]) => ({ id, parent, ...words })),
);

export function anOffer(id: string, more: Partial<OpenOffer> = {}): OpenOffer {
  const at = more.at ?? HERE;
  return {
    id,
    serviceId: `service-${id}`,
    serviceName: `Service ${id}`,
    locationId: `location-${id}`,
    organizationId: `org-${id}`,
    organizationName: `Org ${id}`,
    locationName: `Place ${id}`,
    kind: 'service',
    confidentiality: 'public',
    terms: ['reading'],
    hours: [],
    hoursKnown: false,
    point: { type: 'Point', coordinates: at },
    ...more,
    at,
  };
}

export function aSchool(id: string, at: Position = HERE) {
  return { id, name: `School ${id}`, point: { type: 'Point' as const, coordinates: at } };
}

/** Figures that are told, and one of each kind that must not be read. */
export function told(schoolId: string, needs: Readonly<Record<string, number>>): NeedFigure[] {
  const figures = Object.entries(needs).map(([term, students]) => ({
    schoolId,
    id: `students ${term}`,
    students,
    told: true,
  }));
  const silent = { schoolId, id: 'students clothing', students: 9, told: false };
  const all = { schoolId: EVERY_SCHOOL, id: 'students clothing', students: 90, told: true };
  const unmet = { schoolId, id: 'unmet clothing', students: 50, told: true };
  return [...figures, silent, all, unmet];
}
