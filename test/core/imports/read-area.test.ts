import { expect } from 'chai';
import type { RowNote } from '../../../core/imports/finding.ts';
import { readArea } from '../../../core/imports/read-area.ts';

const BOUNDS: [number, number, number, number] = [-100.5, 41, -99, 42];
const RING = [
  [-99.6, 41.4],
  [-99.5, 41.4],
  [-99.5, 41.5],
  [-99.6, 41.5],
  [-99.6, 41.4],
];
const LAKE = RING.map(([x, y]) => [x! / 2 + -99.55 / 2, y! / 2 + 41.45 / 2]).reverse();

function outline(...rings: unknown[]): string {
  return JSON.stringify({ type: 'Polygon', coordinates: rings });
}

/** As a set: a ring may begin anywhere. */
function cornersOf(geometry: { coordinates: unknown[] } | undefined): Set<string> {
  return new Set(geometry?.coordinates.flat(1).map(String));
}

function read(fields: Record<string, string>, bounds = BOUNDS) {
  const notes: RowNote[] = [];
  const area = readArea({ area_id: '7', ...fields }, (note) => notes.push(note), bounds);
  return { area, codes: notes.map(({ code, action }) => `${code} ${action}`) };
}

describe('readArea', () => {
  it('reads outline, people and the range of the margin of error', () => {
    const { area, codes } = read({
      area_id: '1400000US31041971500',
      area_name: 'Census Tract 9715',
      geometry: outline(RING, LAKE),
      people: '1,250',
      margin: '±150',
      deprivation: '4',
      locale: '43-Rural: Remote',
    });
    expect(codes).to.deep.equal([]);
    expect(area).to.deep.include({
      id: '31041971500',
      name: 'Census Tract 9715',
      geometry: { type: 'Polygon', coordinates: [RING, LAKE] },
      people: 1250,
      low: 1100,
      high: 1400,
      deprivation: 4,
      locale: 'rural',
    });
    expect(area?.point, 'not in the lake').to.not.deep.equal([-99.55, 41.45]);
  });

  it('takes the inner point that the Census Bureau gives, where it lies inside', () => {
    const fields = { geometry: outline(RING), latitude: '+41.4100000', longitude: '-099.5100000' };
    expect(read(fields).area?.point).to.deep.equal([-99.51, 41.41]);
    expect(read({ ...fields, latitude: '41.9' }).area?.point).to.deep.equal([-99.55, 41.45]);
  });

  it('repairs what can be told for certain, and says so', () => {
    const right = { type: 'Polygon', coordinates: [RING] };
    const metres = RING.map(([x, y]) => [
      (x! * 20_037_508.342789244) / 180,
      Math.log(Math.tan(Math.PI / 4 + (y! * Math.PI) / 360)) * 6_378_137,
    ]);
    const cases: [string, unknown[], string][] = [
      ['clockwise', RING.toReversed(), 'ring-turned repaired'],
      ['exchanged', RING.map(([x, y]) => [y, x]), 'point-swapped repaired'],
      ['in metres', metres, 'point-in-metres repaired'],
      ['open', RING.slice(0, 4), 'ring-unclosed repaired'],
    ];
    for (const [what, ring, code] of cases) {
      const { area, codes } = read({ geometry: outline(ring) });
      expect(codes, what).to.deep.equal([code]);
      expect(cornersOf(area?.geometry), what).to.deep.equal(cornersOf(right));
    }
    const outside = LAKE.map(([x, y]) => [x! + 0.5, y]);
    const { area, codes } = read({ geometry: outline(RING, outside) });
    expect(codes).to.deep.equal(['hole-outside left-out']);
    expect(area?.geometry).to.deep.equal(right);
  });

  it('refuses what cannot be an area here, with the reason', () => {
    const bow = [RING[0], RING[2], RING[1], RING[3], RING[0]];
    const cases: [string, Record<string, string>, string][] = [
      ['a bow tie', { geometry: outline(bow) }, 'outline-crossing'],
      ['a line', { geometry: outline([RING[0], RING[1], RING[0]]) }, 'outline-empty'],
      ['a corner at 0, 0', { geometry: outline([...RING.slice(0, 4), [0, 0], RING[0]]) }, 'point-zero'],
      ['another continent', { geometry: outline(RING.map(([x, y]) => [x! + 100, y])) }, 'point-outside'],
      [
        'no place on Earth',
        { geometry: outline(RING.map(([x, y]) => [x! * 1e9, y! * 1e9])) },
        'point-invalid',
      ],
      ['words', { geometry: outline([['a', 'b']]) }, 'bad-extent'],
      ['no numbers', { geometry: '{"type":"Polygon","coordinates":[[[null,41],[1e999,2]]]}' }, 'bad-extent'],
      ['half a text', { geometry: outline(RING).slice(0, 40) }, 'bad-extent'],
      ['no rings', { geometry: outline() }, 'bad-extent'],
      ['a point', { geometry: '{"type":"Point","coordinates":[-99.5,41.4]}' }, 'bad-extent'],
      ['a point at 0, 0', { latitude: '0', longitude: '0' }, 'point-zero'],
      ['a point nowhere', { latitude: 'NaN', longitude: '-99.5' }, 'point-invalid'],
      ['no id', { area_id: ' ', geometry: outline(RING) }, 'missing-id'],
    ];
    for (const [what, fields, code] of cases) {
      const { area, codes } = read(fields);
      expect(area, what).to.equal(undefined);
      expect(codes, what).to.deep.equal([`${code} refused`]);
    }
  });

  it('takes nobody, water and what is not said for "no data", never for zero', () => {
    const none = { people: undefined, low: undefined, high: undefined };
    const cases: [Record<string, string>, object, string[]][] = [
      [{ people: '0', margin: '12' }, none, ['nobody-counted kept']],
      [{ people: '40', land: '0' }, none, ['nobody-counted kept']],
      [{ people: '' }, none, ['no-number kept']],
      [{ people: '-666666666' }, none, ['no-number kept']],
      [{ people: 'NaN' }, none, ['bad-number left-out', 'no-number kept']],
      [{ people: '-5' }, none, ['bad-number left-out', 'no-number kept']],
      [{ people: '8', margin: '11' }, { people: 8, low: 0, high: 19 }, ['margin-larger kept']],
      [
        { people: '8', margin: '-3' },
        { people: 8, low: undefined, high: undefined },
        ['bad-number left-out'],
      ],
      [{ people: '8', margin: '*****' }, { people: 8, low: 8, high: 8 }, []],
      [{ people: '8', margin: '-555555555' }, { people: 8, low: 8, high: 8 }, []],
      [{ land: '1234' }, {}, []],
    ];
    for (const [fields, people, codes] of cases) {
      const found = read({ ...fields, geometry: outline(RING) });
      const { id: _id, geometry: _geometry, point: _point, ...said } = found.area!;
      expect(said, JSON.stringify(fields)).to.deep.equal(people);
      expect(found.codes, JSON.stringify(fields)).to.deep.equal(codes);
    }
  });

  it('adds up the children of the table B01001, and their margins as the root of the summed squares', () => {
    const lines = ['003', '004', '005', '006', '027', '028', '029', '030'];
    const cells = lines.flatMap((line, n) => [
      [`B01001_${line}E`, String(10 * n)],
      [`B01001_${line}M`, n < 4 ? '6' : '8'],
    ]);
    const { area } = read(Object.fromEntries(cells));
    expect(area).to.include({ people: 280, low: 260, high: 300 });
    const { area: incomplete, codes } = read({ ...Object.fromEntries(cells), B01001_005E: '-666666666' });
    expect(incomplete).to.have.property('people', undefined);
    expect(codes).to.deep.equal(['no-number kept']);
  });
});
