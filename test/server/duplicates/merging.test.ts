import { expect } from 'chai';
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { whileNobodyMerges } from '../../../server/duplicates/merge-lock.ts';
import {
  type MergeAsked,
  type MergeDeps,
  mergeRecords,
  undoMerge,
} from '../../../server/duplicates/merge-records.ts';
import { repairMerges } from '../../../server/duplicates/settle-merges.ts';
import { AppError } from '../../../server/http/app-error.ts';
import { testApp } from '../../support/app.ts';
import { killedAfter } from './failing-writes.ts';
import { buildTown, deadLinks, everythingIn, type TownPlan, townCollections } from './merge-town.ts';

const number = (max: number) => fc.integer({ min: 0, max });
const towns: fc.Arbitrary<TownPlan> = fc.record({
  owners: fc.array(number(2), { minLength: 2, maxLength: 4 }),
  links: fc.array(fc.tuple(number(1), number(2)), { minLength: 1, maxLength: 5 }),
  referrals: fc.array(fc.record({ link: number(4), student: number(1), open: fc.boolean() }), {
    maxLength: 4,
  }),
  verified: fc.uniqueArray(number(1), { maxLength: 2 }),
});
const asked: fc.Arbitrary<MergeAsked> = fc
  .tuple(fc.constantFrom('organization', 'location', 'service'), number(2), number(2))
  .map(
    ([kind, keep, drop]) => ({ kind, keep: `${kind[0]}${keep}`, drop: `${kind[0]}${drop}` }) as MergeAsked,
  );

/** Writes between two places at which somebody is killed. */
const STEP = 9;

const SOME: TownPlan = {
  owners: [0, 1],
  links: [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
  referrals: [
    { link: 0, student: 0, open: true },
    { link: 1, student: 0, open: true },
    { link: 2, student: 1, open: true },
  ],
  verified: [1],
};

describe('merging', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let db: Connection;
  let deps: MergeDeps;
  let now = new Date('2026-03-02T12:00:00Z');

  before(async () => {
    at = await testApp({ routes: [], collections: townCollections });
    db = at.deps.db;
    deps = { db, taxonomy: at.deps.rules.taxonomy, clock: () => now };
  });
  after(() => at.close());

  const merge = (kind: MergeAsked['kind'], keep: string, drop: string) =>
    mergeRecords(deps, { kind, keep, drop }, 'a0');
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        return error.code;
      },
    );

  it('and undoing leave every byte of the database as it was, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        towns,
        fc.array(asked, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (town, wanted, backwards) => {
          await buildTown(deps, town);
          const before = await everythingIn(db);
          const done: string[] = [];
          for (const each of wanted)
            if ((await refusal(mergeRecords(deps, each, 'a0'))) === 'done') done.push(each.drop);
          expect(await deadLinks(db)).to.deep.equal([]);
          let left = backwards ? done.reverse() : done;
          // What depends on another undoing is refused, and goes after it.
          for (let round = 0; left.length > 0 && round < 4; round += 1) {
            const refused: string[] = [];
            for (const id of left) if ((await refusal(undoMerge(deps, id))) !== 'done') refused.push(id);
            left = refused;
          }
          expect(await everythingIn(db)).to.equal(before);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('lets every link follow, and keeps one place of a service that has it twice', async () => {
    await buildTown(deps, SOME);
    await merge('organization', 'o0', 'o1');
    await merge('service', 's0', 's1');
    const row = async (name: string, id: string) =>
      (await db.collection<{ _id: string }>(name).findOne({ _id: id })) as Record<string, unknown> | null;
    expect(await row('services', 's1')).to.include({ mergedInto: 's0', organizationId: 'o0' });
    expect(await row('services_at_locations', 'x1')).to.include({ serviceId: 's0', mergedInto: 'x0' });
    expect(await row('placements', 'h1')).to.include({ serviceId: 's0', offerId: 'x0', place: 'offer/x1#0' });
    expect(await row('placement_rows', 'w1')).to.include({ offerId: 'x0' });
    expect(await row('referrals', 'r1')).to.include({
      organizationId: 'o0',
      serviceId: 's0',
      openKey: 'p0:need:food-pantry:s1',
    });
    expect(await row('referrals', 'r2')).to.include({ openKey: 'p1:need:food-pantry:s0' });
    expect(await row('verifications', 's0')).to.include({ at: '2026-01-02', lentBy: 's1' });
    expect((await row('accounts', 'a0'))?.grants).to.deep.equal([
      { role: 'partner', organizationIds: ['o0'] },
    ]);
    expect(await db.collection('offers').distinct('_id')).to.deep.equal(['x0', 'x2']);
    expect(await db.collection('offers').distinct('serviceId')).to.deep.equal(['s0']);
    expect(await refusal(undoMerge(deps, 'o1'))).to.equal('undo-services-first');
  });

  it('keeps what somebody has told of a link since', async () => {
    await buildTown(deps, SOME);
    await merge('organization', 'o0', 'o1');
    await db.collection('locations').updateOne({ _id: 'l1' as never }, { $set: { organizationId: 'o2' } });
    await undoMerge(deps, 'o1');
    expect(await db.collection('locations').distinct('organizationId')).to.deep.equal(['o0', 'o2']);
    expect(await db.collection('merge_links').countDocuments()).to.equal(0);
  });

  it('refuses what would tell a secret, tear a service or merge twice', async () => {
    await buildTown(deps, SOME);
    await db
      .collection('locations')
      .updateOne({ _id: 'l1' as never }, { $set: { confidentiality: 'hidden' } });
    expect(await refusal(merge('location', 'l0', 'l1'))).to.equal('keep-the-stricter');
    expect(await refusal(merge('service', 's0', 's1'))).to.equal('other-organization');
    expect(await refusal(merge('organization', 'o0', 'o0'))).to.equal('not-found');
    expect(await refusal(undoMerge(deps, 'o1'))).to.equal('not-found');
    await merge('organization', 'o0', 'o1');
    for (const [keep, drop] of [
      ['o2', 'o1'],
      ['o1', 'o2'],
    ] as const)
      expect(await refusal(merge('organization', keep, drop))).to.equal('changed-meanwhile');
  });

  it('lets one of two who merge two records into each other at once, and of two who merge the same', async () => {
    for (const [keep, drop] of [
      ['o1', 'o0'],
      ['o2', 'o1'],
    ] as const) {
      await buildTown(deps, SOME);
      const told = await Promise.all(
        [merge('organization', 'o0', 'o1'), merge('organization', keep, drop)].map(refusal),
      );
      expect(told.sort()).to.deep.equal(['changed-meanwhile', 'done']);
      expect(await deadLinks(db)).to.deep.equal([]);
    }
  });

  it('that is killed at any write is finished, or never was, and so is the undoing', async () => {
    await buildTown(deps, SOME);
    await merge('organization', 'o0', 'o1');
    const apart = await everythingIn(db);
    await merge('service', 's0', 's1');
    const merged = await everythingIn(db);
    const ended = async (after: number, work: () => Promise<unknown>) => {
      const isDone = await killedAfter(after, work);
      // Whoever comes a minute later waits for the dead no longer.
      now = new Date(now.getTime() + 61_000);
      await whileNobodyMerges(db, deps.clock, () => repairMerges(deps, now.toISOString()));
      return isDone;
    };
    const timeless = (text: string) => text.replaceAll(/"at": "2026-03-02T[^"]*"/g, '"at": ""');
    let undone = 0;
    for (let isDone = false; !isDone; undone += STEP) {
      isDone = await ended(undone, () => undoMerge(deps, 's1'));
      const left = timeless(await everythingIn(db));
      expect(left, `undoing, write ${undone}`).to.be.oneOf([timeless(apart), timeless(merged)]);
      if (left === timeless(apart)) await merge('service', 's0', 's1');
    }
    await undoMerge(deps, 's1');
    let made = 1;
    for (let isDone = false; !isDone; made += STEP) {
      isDone = await ended(made, () => merge('service', 's0', 's1'));
      const left = timeless(await everythingIn(db));
      expect(left, `merging, write ${made}`).to.be.oneOf([timeless(apart), timeless(merged)]);
      if (left === timeless(merged)) await undoMerge(deps, 's1');
    }
    expect(Math.min(made, undone)).to.be.above(15);
  });
});
