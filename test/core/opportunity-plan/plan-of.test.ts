import { expect } from 'chai';
import { findFaults, MOST_ITEMS } from '../../../core/opportunity-plan/find-faults.ts';
import { foldChanges } from '../../../core/opportunity-plan/fold-changes.ts';
import { PlanEdit } from '../../../core/opportunity-plan/plan-field.ts';
import { planOf } from '../../../core/opportunity-plan/plan-of.ts';
import { recordEdits } from '../../../core/opportunity-plan/record-edits.ts';
import { edit, GOAL, withChange } from './written-plans.ts';

type Values = Record<string, string | boolean | null>;

describe('A plan as people read it', () => {
  it('has what was written, each list in the order in which its items came', () => {
    const plan = planOf(
      fieldsOf(
        { strengths: 'I fix bikes' },
        { 'goals/goal-two/text': 'Read by myself' },
        { [`${GOAL}/text`]: 'Be a mechanic', [`${GOAL}/term`]: 'long', [`${GOAL}/area`]: 'college-career' },
        { 'steps/step-one/text': 'Visit the workshop', 'steps/step-one/goal': 'goal-one' },
        { 'goals/goal-two/text': 'Read a whole book' },
      ),
    );
    expect(plan.strengths).to.equal('I fix bikes');
    expect(plan.goals).to.deep.equal([
      { id: 'goal-two', text: 'Read a whole book', term: 'short', area: 'academic' },
      { id: 'goal-one', text: 'Be a mechanic', term: 'long', area: 'college-career' },
    ]);
    expect(plan.steps[0]).to.deep.include({ goal: 'goal-one', state: 'not-started' });
  });

  it('keeps a step whose goal was taken out, as one for no goal in particular', () => {
    const plan = planOf(
      fieldsOf(
        { [`${GOAL}/text`]: 'Be a mechanic' },
        { 'steps/step-one/text': 'Visit', 'steps/step-one/goal': 'goal-one' },
        { [`${GOAL}/removed`]: true },
      ),
    );
    expect(plan.goals).to.deep.equal([]);
    expect(plan.steps[0]).to.include({ text: 'Visit' }).and.to.have.property('goal', undefined);
  });
});

describe('What no plan may become', () => {
  const faultsOf = (...all: Values[]) =>
    findFaults(fieldsOf(...all), Object.keys(all.at(-1)!)).map(({ field }) => field);

  it('is a goal, a step or a person without words', () => {
    expect(faultsOf({ [`${GOAL}/term`]: 'long' })).to.deep.equal([`${GOAL}/text`]);
    expect(
      faultsOf({ [`${GOAL}/text`]: 'x', [`${GOAL}/term`]: 'long' }, { [`${GOAL}/text`]: null }),
    ).to.deep.equal([`${GOAL}/text`]);
    expect(faultsOf({ 'supporters/person-one/relation': 'aunt' })).to.deep.equal([
      'supporters/person-one/name',
    ]);
  });

  it('is a list of how to reach people who have not said that they may be', () => {
    const person = 'supporters/person-one';
    const known = { [`${person}/name`]: 'Aunt Rosa', [`${person}/contact`]: '308-555-0101' };
    expect(faultsOf(known)).to.deep.equal([`${person}/contact`]);
    expect(faultsOf({ ...known, [`${person}/mayContact`]: true })).to.deep.equal([]);
    expect(
      faultsOf({ ...known, [`${person}/mayContact`]: true }, { [`${person}/mayContact`]: false }),
    ).to.deep.equal([`${person}/contact`]);
  });

  it('is endless; what was taken out makes room', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_ITEMS.goals }, (_, n) => [`goals/goal-number-${n}/text`, `goal ${n}`]),
    );
    const oneMore = { [`${GOAL}/text`]: 'one more' };
    expect(faultsOf(many)).to.deep.equal([]);
    expect(faultsOf(many, oneMore)).to.deep.equal(['goals']);
    expect(faultsOf(many, { 'goals/goal-number-3/removed': true }, oneMore)).to.deep.equal([]);
  });
});

describe('A field that somebody wants to write', () => {
  const messageOf = (field: string, to: unknown) =>
    PlanEdit.safeParse({ field, saw: 0, to }).error?.issues.map(({ path, message }) => `${path}: ${message}`);

  it('is one that plans have, with what may stand there', () => {
    expect(messageOf('hopes', 'x')).to.deep.equal(['field: is no field of a plan']);
    expect(messageOf('goals/../text', 'x')).to.deep.equal(['field: is no field of a plan']);
    expect(messageOf(`${GOAL}/constructor`, 'x')).to.deep.equal(['field: is no field of a plan']);
    expect(messageOf(`${GOAL}/text`, 'x'.repeat(501))).to.deep.equal(['to: at most 500 characters']);
    expect(messageOf(`${GOAL}/area`, 'sports')).to.have.length(1);
    expect(messageOf('steps/step-one/by', 'soon')).to.have.length(1);
    expect(messageOf(`${GOAL}/removed`, 'yes')).to.have.length(1);
  });

  it('is emptied by nothing but blanks', () => {
    expect(PlanEdit.parse({ field: 'strengths', saw: 0, to: '  ' }).to).to.equal(null);
    expect(PlanEdit.parse({ field: 'strengths', saw: 0, to: ' I run ' }).to).to.equal('I run');
  });
});

/** The fields after these values were written one after the other, each by somebody who had seen the last. */
function fieldsOf(...all: Values[]) {
  const changes = all.reduce(
    (before, values) => {
      const fields = foldChanges(before);
      const edits = Object.entries(values).map(([field, to]) =>
        edit(field, fields.get(field)?.version ?? 0, to),
      );
      return withChange(before, recordEdits(fields, edits));
    },
    withChange([], []),
  );
  return foldChanges(changes);
}
