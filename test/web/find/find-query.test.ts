import { expect } from 'chai';
import fc from 'fast-check';
import { WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import {
  emptyQuery,
  type FindQuery,
  filterOf,
  formatFindQuery,
  parseFindQuery,
} from '../../../web/views/find/find-query.ts';

const id = fc.stringMatching(/^[a-z0-9-]{1,36}$/);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((value) => value / 1000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const queries: fc.Arbitrary<FindQuery> = fc
  .record({
    q: fc.string({ maxLength: 60 }).map((text) => text.trim()),
    terms: fc.uniqueArray(id, { maxLength: 4 }),
    school: maybe(id),
    near: maybe(fc.tuple(degrees(180), degrees(90))),
    mode: fc.constantFrom(...TRAVEL_MODES),
    minutes: maybe(fc.integer({ min: 1, max: 240 })),
    day: maybe(fc.constantFrom(...WEEKDAYS)),
    from: maybe(time),
    to: maybe(time),
    openNow: fc.boolean(),
    language: maybe(fc.stringMatching(/^[a-z]{2,3}$/)),
    free: fc.boolean(),
    age: maybe(fc.integer({ min: 0, max: 130 })),
    grade: maybe(fc.integer({ min: -1, max: 12 })),
    places: fc.boolean(),
    approved: fc.boolean(),
    page: fc.integer({ min: 1, max: 10_000 }),
    place: maybe(id),
    view: fc.constantFrom('list' as const, 'map' as const),
  })
  // What the screen never holds: a school and a point at once, approved for no school, an end before the beginning.
  .map((query) => ({
    ...query,
    near: query.school === null ? query.near : null,
    approved: query.approved && query.school !== null,
    to: query.from !== null && query.to !== null && query.to <= query.from ? null : query.to,
  }));

describe('The address of a search', () => {
  it('gives back every search that it was made from', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const address = formatFindQuery(query).toString();
        expect(parseFindQuery(new URLSearchParams(address))).to.deep.equal(query);
      }),
    );
  });

  it('is read whatever somebody typed, and read again means the same', () => {
    const names = fc.constantFrom(...Object.keys(emptyQuery));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ maxLength: 12 }))), (pairs) => {
        const query = parseFindQuery(new URLSearchParams(pairs));
        expect(parseFindQuery(formatFindQuery(query))).to.deep.equal(query);
      }),
    );
  });

  it('is empty for a search that asks nothing', () => {
    expect(formatFindQuery(emptyQuery).toString()).to.equal('');
    expect(parseFindQuery(new URLSearchParams())).to.deep.equal(emptyQuery);
  });

  it('takes kindergarten and age 0 for what they are, not for nothing', () => {
    const query = { ...emptyQuery, grade: 0, age: 0 };
    expect(formatFindQuery(query).toString()).to.equal('age=0&grade=0');
  });
});

describe('What Find asks the server', () => {
  it('leaves out what only the screen needs', () => {
    const asked = filterOf({ ...emptyQuery, page: 3, place: 'x', view: 'map' });
    expect(asked).to.not.have.any.keys('page', 'place', 'view');
  });

  it('asks for a way only where there is a start', () => {
    expect(filterOf({ ...emptyQuery, minutes: 20 })).to.not.have.any.keys('mode', 'minutes');
    expect(filterOf({ ...emptyQuery, minutes: 20, school: 's' })).to.include({ mode: 'bus', minutes: 20 });
    expect(filterOf({ ...emptyQuery, near: [-99.5, 41.4] })).to.include({ near: '-99.5,41.4', mode: 'bus' });
  });
});
