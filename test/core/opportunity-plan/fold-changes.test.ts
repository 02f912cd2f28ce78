import { expect } from 'chai';
import fc from 'fast-check';
import { foldChanges } from '../../../core/opportunity-plan/fold-changes.ts';
import type { PlanChange, RecordedEdit } from '../../../core/opportunity-plan/plan-change.ts';
import { recordEdits } from '../../../core/opportunity-plan/record-edits.ts';
import { undoLast } from '../../../core/opportunity-plan/undo-change.ts';
import { edit, histories, withChange } from './written-plans.ts';

describe('A plan, folded from its changes', () => {
  it('is what a plain replay of each field by itself gives, in whatever order the fields come', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (changes, draws) => {
        const folded = foldChanges(legalOrder(changes, draws));
        const fields = new Set(changes.flatMap(({ edits }) => edits.map(({ field }) => field)));
        expect(new Set(folded.keys())).to.deep.equal(fields);
        for (const field of fields) {
          const { value, version, beside } = folded.get(field)!;
          expect({ value, version, beside: beside.map((other) => other.value) }, field).to.deep.equal(
            replayed(changes, field),
          );
        }
      }),
    );
  });

  it('never loses what somebody wrote late: it stays beside the field until somebody who saw it chooses', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        changes.forEach(({ edits }, n) => {
          const [before, after] = [foldChanges(changes.slice(0, n)), foldChanges(changes.slice(0, n + 1))];
          for (const { field, kind, to } of edits) {
            if (kind !== 'beside') continue;
            expect(after.get(field)?.value).to.equal(before.get(field)?.value ?? null);
            expect(after.get(field)?.beside.map(({ value }) => value)).to.include(to);
          }
        });
      }),
    );
  });

  it('takes the last change back to the letter, by an entry of its own', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        fc.pre(changes.length > 0);
        const undone = withChange(changes, undoLast(changes));
        expect(undone.slice(0, changes.length)).to.deep.equal(changes);
        expect(shown(undone)).to.deep.equal(shown(changes.slice(0, -1)));
        expect(shown(withChange(undone, undoLast(undone))), 'and back again').to.deep.equal(shown(changes));
      }),
    );
  });
});

describe('Two people who write the same field', () => {
  const first = withChange([], recordEdits(new Map(), [edit('strengths', 0, 'I draw')]));
  const second = withChange(first, recordEdits(foldChanges(first), [edit('strengths', 0, 'Draws well')]));

  it('both keep their words, and the first one’s stays until a person chooses', () => {
    const { value, beside } = foldChanges(second).get('strengths')!;
    expect(value).to.equal('I draw');
    expect(beside.map((other) => [other.value, other.by])).to.deep.equal([['Draws well', 'person 2']]);
  });

  it('settle it by choosing any of the texts, or a third one', () => {
    for (const chosen of ['I draw', 'Draws well', 'I draw, and well']) {
      const settled = withChange(second, recordEdits(foldChanges(second), [edit('strengths', 2, chosen)]));
      expect(foldChanges(settled).get('strengths')).to.deep.include({ value: chosen, beside: [] });
    }
  });

  it('do not settle what they have not seen', () => {
    const third = withChange(second, recordEdits(foldChanges(second), [edit('strengths', 1, 'Paints')]));
    expect(
      foldChanges(third)
        .get('strengths')
        ?.beside.map(({ value }) => value),
    ).to.deep.equal(['Draws well', 'Paints']);
  });

  it('leave one entry when both write the same, or one sends it twice', () => {
    expect(recordEdits(foldChanges(first), [edit('strengths', 0, 'I draw')])).to.deep.equal([]);
    expect(recordEdits(foldChanges(second), [edit('strengths', 0, 'Draws well')])).to.deep.equal([]);
  });
});

/** What each field comes to, one after the other, by the words of the rule. */
function replayed(changes: readonly PlanChange[], field: string) {
  let now = { value: null as RecordedEdit['to'], version: 0, beside: [] as RecordedEdit['to'][] };
  for (const { number, edits } of changes)
    for (const one of edits) {
      if (one.field !== field) continue;
      if (one.kind === 'set') now = { value: one.to, version: number, beside: [] };
      if (one.kind === 'beside') now = { ...now, version: number, beside: now.beside.concat([one.to]) };
      if (one.kind === 'restore')
        now = { value: one.to, version: number, beside: one.beside.map(({ value }) => value) };
    }
  return now;
}

/** The changes in another order in which each field still sees its own in theirs. */
function legalOrder(changes: readonly PlanChange[], draws: Stream): PlanChange[] {
  const left = [...changes];
  const ordered: PlanChange[] = [];
  while (left.length > 0) {
    const free = left.filter(
      (change, n) => !left.slice(0, n).some((earlier) => sharesField(earlier, change)),
    );
    const next = free[draws.next().value! % free.length]!;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}

type Stream = Iterator<number>;

function sharesField(a: PlanChange, b: PlanChange): boolean {
  return a.edits.some(({ field }) => b.edits.some((other) => other.field === field));
}

/** What people see of a plan, not by which change; a field that nobody has filled is as one that nobody has touched. */
function shown(changes: readonly PlanChange[]) {
  const fields = [...foldChanges(changes)].filter(
    ([, { value, beside }]) => value !== null || beside.length > 0,
  );
  return new Map(
    fields.map(([field, { value, beside }]) => [field, [value, ...beside.map((one) => one.value)]]),
  );
}
