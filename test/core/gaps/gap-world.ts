import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import type { GapInput } from '../../../core/gaps/compute-gaps.ts';
import type { GapOffer } from '../../../core/gaps/nearest-offer.ts';
import type { CountedStudent } from '../../../core/privacy/count-needs.ts';
import { countStudents } from '../../../core/privacy/student-counts.ts';
import { taxonomy, travel } from '../matching/world.ts';

/** Places on a raster of about 2 km, in a town or around the antimeridian; several things lie at one place. */
const place = fc
  .tuple(fc.constantFrom([-91.5, 41.6] as const, [179.99, -16.5] as const), step(), step())
  .map(([[lon, lat], x, y]): [number, number] => {
    const wrapped = lon + x * 0.02;
    return [wrapped > 180 ? wrapped - 360 : wrapped, lat + y * 0.02];
  });

function step() {
  return fc.integer({ min: 0, max: 3 });
}

const term = fc.constantFrom('reading', 'phonics', 'tutoring', 'music');

const offer = fc
  .record(
    {
      id: fc.constantFrom(...Array.from({ length: 20 }, (_, i) => `offer-${i}`)),
      confidentiality: fc.constantFrom('public' as const, 'public' as const, 'hidden' as const),
      point: place.map((coordinates) => ({ type: 'Point' as const, coordinates })),
      terms: fc.array(term, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['id', 'confidentiality', 'terms'] },
  )
  .map((made) => made as GapOffer);

/** Several students of one kind at once, so that some groups are large enough to be shown. */
const students = fc
  .array(
    fc.record(
      {
        schoolId: fc.constantFrom('school-0', 'school-1', 'school-2', 'school-9'),
        homeCell: fc.oneof(
          place.map(([lon, lat]) => latLngToCell(lat, lon, 8)),
          fc.constant('no-cell'),
        ),
        needs: fc.array(
          term.map((id) => ({ term: id, urgency: 2 as const })),
          { maxLength: 2 },
        ),
        unmet: fc.subarray(['reading', 'phonics', 'music']),
        size: fc.integer({ min: 1, max: 14 }),
      },
      { requiredKeys: ['schoolId', 'needs', 'unmet', 'size'] },
    ),
    { maxLength: 8 },
  )
  .map((groups) =>
    groups.flatMap(({ size, ...kind }, g) =>
      Array.from({ length: size }, (_, i) => ({ ...kind, id: `s-${g}-${i}` })),
    ),
  );

export type GapWorld = GapInput & { taxonomy: typeof taxonomy; students: CountedStudent[] };

export const gapWorld: fc.Arbitrary<GapWorld> = fc
  .record({
    offers: fc.uniqueArray(offer, { maxLength: 6, selector: ({ id }) => id }),
    children: students,
    points: fc.tuple(place, place),
    minutes: fc.constantFrom(1, 15, 30, 120),
    terms: fc.constantFrom<string[]>(['reading'], ['tutoring'], ['music', 'phonics'], ['phonics', 'reading']),
    demand: fc.constantFrom('need' as const, 'all' as const),
    matched: fc.boolean(),
    homeResolution: fc.constantFrom(undefined, 6, 7, 8, 9),
  })
  .map(({ offers, children, points, minutes, terms, demand, matched, homeResolution }) => {
    const students = children.map(({ unmet: _, ...student }) => student as CountedStudent);
    const schools = [
      { id: 'school-1', name: 'East', point: { type: 'Point' as const, coordinates: points[1] } },
      { id: 'school-0', name: 'West', point: { type: 'Point' as const, coordinates: points[0] } },
      { id: 'school-2', name: 'Nowhere' },
    ];
    return {
      params: { terms: demand === 'need' ? terms.slice(0, 1) : terms, minutes, mode: 'bus' as const, demand },
      offers,
      students,
      schools,
      counts: countStudents({
        students,
        schoolIds: schools.map(({ id }) => id),
        taxonomy,
        threshold: 10,
        countedOn: '2026-11-02',
        ...(matched && {
          unmetByStudent: new Map(children.map(({ id, unmet }) => [id, new Set<string>(unmet)])),
        }),
        ...(homeResolution !== undefined && { homeResolution }),
      }),
      taxonomy,
      travel,
    };
  });
