import { expect } from 'chai';
import { rankHosts } from '../../../core/co-location/rank-hosts.ts';
import type { OpenOffer } from '../../../core/co-location/site.ts';
import { anOffer, aSchool, atKm, HERE } from './town.ts';

const rules = {
  roomsWithinMetres: 50,
  enoughHours: 20,
  hoursUnknown: 0.5,
  roomsUnknown: 0.5,
  farMinutes: 10,
};
const schools = [aSchool('a'), aSchool('b', atKm(5)), aSchool('c', atKm(9))];
const near = { schools: [], needed: 10, missing: 5, lacking: [{ term: 'food', students: 40 }] };
const rooms = (id: string, north: number, more: Partial<OpenOffer> = {}) =>
  anOffer(id, { kind: 'space', at: atKm(north), ...more });
const around = ([, lat]: readonly [number, number]) =>
  lat === HERE[1] ? near : { ...near, missing: 10, lacking: [{ term: 'food', students: 10 }] };
const rank = (...offers: OpenOffer[]) => rankHosts({ schools, offers, around, rules });

describe('Schools as hosts', () => {
  it('are those that give rooms, not those beside which somebody else does, or that give something else', () => {
    const hosts = rank(rooms('own', 0), rooms('church', 5.06), anOffer('clinic', { at: atKm(9) }));
    expect(hosts.map(({ schoolId }) => schoolId)).to.deep.equal(['a']);
  });

  it('rank by what lacks, how many need it, whether rooms are free and for how long, each from 0 to 1', () => {
    const open = { hoursKnown: true, hours: [{ day: 'SA' as const, from: '08:00', to: '18:00' }] };
    const hosts = rank(rooms('one', 0, { placesFree: 2, ...open }), rooms('two', 5, open));
    expect(hosts.map(({ schoolId, factors, score }) => ({ schoolId, factors, score }))).to.deep.equal([
      { schoolId: 'a', factors: { lacking: 0.5, demand: 1, rooms: 1, hours: 0.5 }, score: 0.25 },
      { schoolId: 'b', factors: { lacking: 1, demand: 0.25, rooms: 0.5, hours: 0.5 }, score: 0.0625 },
    ]);
    expect(hosts[0]).to.include({ hoursOpen: 10, students: 40 });
  });

  it('have no score while all their rooms are taken, and count the same hour of two rooms once', () => {
    const open = { hoursKnown: true, hours: [{ day: 'MO' as const, from: '08:00', to: '10:00' }] };
    const [host] = rank(
      rooms('one', 0, { placesFree: 0, ...open }),
      rooms('two', 0, { placesFree: 0, ...open }),
    );
    expect(host).to.include({ score: 0, hoursOpen: 2 });
  });
});
