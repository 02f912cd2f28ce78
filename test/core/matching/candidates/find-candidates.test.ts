import { expect } from 'chai';
import fc from 'fast-check';
import { greatCircleKm } from '../../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../../core/geo/point.ts';
import {
  type CandidateInput,
  candidateTask,
  largestTree,
} from '../../../../core/matching/candidates/candidate-task.ts';
import { candidateFinder } from '../../../../core/matching/candidates/find-candidates.ts';
import { anyPosition, manyPositions } from '../../geo/positions.ts';

const plainRoom = (bytes: number) => new ArrayBuffer(bytes);

function placesOf(positions: readonly Position[]) {
  return {
    lon: Float64Array.from(positions, ([lon]) => lon),
    lat: Float64Array.from(positions, ([, lat]) => lat),
  };
}

/** Candidates of each request, found in stretches of so many slots. */
function find(input: CandidateInput, stretch = 1000): { service: number; km: number }[][] {
  const task = candidateTask(input, plainRoom);
  const findIn = candidateFinder(task.count, task.limitKm, largestTree(task));
  task.trees.forEach((_, category) => {
    const end = task.firstSlot[category + 1]!;
    for (let from = task.firstSlot[category]!; from < end; from += stretch)
      findIn(task, category, from, Math.min(end, from + stretch));
  });
  const found: { service: number; km: number }[][] = [];
  task.request.forEach((request, slot) => {
    found[request] = Array.from({ length: task.counts[slot]! }, (_, i) => {
      const at = slot * task.count + i;
      return { service: task.service[at]!, km: task.km[at]! };
    });
  });
  return found;
}

function findNaively({ students, services, requests, count, limitKm }: CandidateInput) {
  return Array.from(requests.student, (student, request) => {
    const origin: Position = [students.lon[student]!, students.lat[student]!];
    return Array.from(services.mask, (mask, service) => ({ mask, service }))
      .filter(({ mask }) => (mask >>> requests.cat[request]!) & 1)
      .map(({ service }) => ({
        service,
        km: greatCircleKm(origin, [services.lon[service]!, services.lat[service]!]),
      }))
      .filter(({ km }) => km <= limitKm)
      .sort((a, b) => a.km - b.km || a.service - b.service)
      .slice(0, count);
  });
}

const instance = fc
  .record({
    services: manyPositions,
    students: fc.array(anyPosition, { minLength: 1, maxLength: 25, size: 'max' }),
    masks: fc.array(fc.constantFrom(1, 2, 3, 7, 0, 2 ** 31), { minLength: 1, maxLength: 20 }),
    asked: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 0, 1, 2, 31)), { maxLength: 40, size: 'max' }),
    count: fc.constantFrom(1, 2, 5, 20, 400),
    limitKm: fc.constantFrom(0, 1.1, 2, 15, 500, 20_016),
  })
  .map(({ services, students, masks, asked, count, limitKm }): CandidateInput => {
    return {
      students: placesOf(students),
      services: {
        ...placesOf(services),
        mask: Uint32Array.from(services, (_, i) => masks[i % masks.length]!),
      },
      requests: {
        student: Uint32Array.from(asked, ([who]) => who % students.length),
        cat: Uint8Array.from(asked, ([, cat]) => cat),
      },
      count: Math.min(count, 255),
      limitKm,
    };
  });

function expectExact(input: CandidateInput, stretch?: number): void {
  const found = find(input, stretch);
  const expected = findNaively(input);
  expect(found.map(ids)).to.deep.equal(expected.map(ids));
  const off = found.flatMap((list, r) => {
    return list.filter(({ km }, i) => Math.abs(km - expected[r]![i]!.km) > 1e-9 * (1 + km));
  });
  expect(off).to.deep.equal([]);
}

function ids(list: readonly { service: number }[]): string {
  return list.map(({ service }) => service).join(' ');
}

describe('candidateFinder', () => {
  it('finds what measuring every service finds, in the same order', () => {
    fc.assert(
      fc.property(instance, (input) => expectExact(input)),
      { numRuns: 400 },
    );
  });

  it('finds the same however the requests are cut into stretches', () => {
    fc.assert(
      fc.property(instance, fc.constantFrom(1, 2, 7), (input, stretch) => expectExact(input, stretch)),
      { numRuns: 150 },
    );
  });

  it('orders by the haversine formula where the chord would order otherwise, or equally', () => {
    // Blocks of a town: many distances are equal but for the last digit.
    const blocks = Array.from({ length: 21 * 21 }, (_, i): Position => {
      return [-91.5 + ((i % 21) - 10) / 100, 41.6 + (Math.floor(i / 21) - 10) / 100];
    });
    expectExact({
      students: placesOf(blocks),
      services: { ...placesOf(blocks.toReversed()), mask: new Uint32Array(blocks.length).fill(1) },
      requests: { student: Uint32Array.from(blocks.keys()), cat: new Uint8Array(blocks.length) },
      count: 20,
      limitKm: 15,
    });
  });

  it('takes the lowest ids of thousands at one place, without looking at the others', () => {
    const count = 10_000;
    const same = Array.from({ length: count }, (): Position => [-91.5, 41.6]);
    const input = {
      students: placesOf([[-91.51, 41.6]]),
      services: { ...placesOf(same), mask: new Uint32Array(count).fill(1) },
      requests: { student: new Uint32Array(1), cat: new Uint8Array(1) },
      count: 20,
      limitKm: 15,
    };
    expectExact(input);
    expect(candidateTask(input, plainRoom).trees[0]!.place).to.have.length(20);
  });

  it('sees the limit where the haversine formula sees it', () => {
    const services = Array.from({ length: 50 }, (_, i): Position => [-91.5, 41.6 + i / 100]);
    for (const at of [1, 7, 20]) {
      const limitKm = greatCircleKm([-91.5, 41.6], services[at]!);
      for (const limit of [limitKm, limitKm - 1e-12, limitKm + 1e-12])
        expectExact({
          students: placesOf([[-91.5, 41.6]]),
          services: { ...placesOf(services), mask: new Uint32Array(50).fill(1) },
          requests: { student: new Uint32Array(1), cat: new Uint8Array(1) },
          count: 30,
          limitKm: limit,
        });
    }
  });
});
