import { expect } from 'chai';
import fc from 'fast-check';
import { comparePlans } from '../../../core/placement/compare-plans.ts';
import { planTotals } from '../../../core/placement/plan-totals.ts';
import { arbitraryRows, placedRow, planRow } from './plan-rows.ts';

describe('comparePlans', () => {
  const same = placedRow('a:reading', 'library', 0.8);
  const cases = [
    ['moved', same, placedRow('a:reading', 'club', 0.8)],
    ['gained', planRow({ id: 'a:reading' }), same],
    ['gained', null, same],
    ['lost', same, planRow({ id: 'a:reading' })],
    ['lost', same, { ...same, state: 'refused' as const }],
    ['lost', same, null],
    ['decided', same, { ...same, state: 'accepted' as const }],
    ['decided', planRow({ id: 'a:reading' }), { ...same, state: 'refused' as const }],
    ['rescored', same, { ...same, score: 0.7 }],
    ['added', null, planRow({ id: 'a:reading' })],
    ['gone', planRow({ id: 'a:reading' }), null],
  ] as const;
  for (const [kind, a, b] of cases) {
    it(`calls ${a?.state ?? 'none'} → ${b?.state ?? 'none'} ${kind}`, () => {
      const { differences, counts } = comparePlans(a ? [a] : [], b ? [b] : []);
      expect(differences).to.deep.equal([{ id: 'a:reading', kind, a, b }]);
      expect(counts[kind]).to.equal(1);
    });
  }

  it('lists what differs in order of id, and nothing else', () => {
    const a = [placedRow('c:x', 'club', 0.5), placedRow('b:x', 'club', 0.5), same];
    const b = [placedRow('b:x', 'library', 0.5), same, placedRow('c:x', 'library', 0.9, { urgency: 3 })];
    const { differences, byUrgency, total } = comparePlans(a, b);
    expect(differences.map(({ id }) => id)).to.deep.equal(['b:x', 'c:x']);
    expect(byUrgency.map(({ moved }) => moved)).to.deep.equal([1, 1, 0]);
    expect(total).to.equal(0.4);
  });

  it('agrees with the totals of both plans, whichever comes first', () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryRows, (a, b) => {
        const there = comparePlans(a, b);
        const back = comparePlans(b, a);
        expect(there.total).to.be.closeTo(planTotals(b).total - planTotals(a).total, 1e-9);
        expect(back.total + there.total).to.equal(0);
        expect(back.counts).to.include({ gained: there.counts.lost, moved: there.counts.moved });
        expect(comparePlans(a, [...a].reverse()).differences).to.deep.equal([]);
      }),
    );
  });
});
