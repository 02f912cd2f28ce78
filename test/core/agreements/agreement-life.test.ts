import { expect } from 'chai';
import { AgreementFacts } from '../../../core/agreements/agreement.ts';
import { mayBecome, statusOf } from '../../../core/agreements/agreement-status.ts';
import { deliveredOf } from '../../../core/agreements/delivered.ts';
import { paperStates } from '../../../core/agreements/paper-states.ts';
import { renewed } from '../../../core/agreements/renewed.ts';
import { warnOfEnd } from '../../../core/agreements/warn-of-end.ts';
import { agreementWith, paperWith, TODAY } from './agreements.ts';

const WARN_DAYS = [90, 60, 30];
const hours = { id: 'hours', kind: 'people' as const, what: 'Volunteers', quantity: 20, unit: 'hours' };
const row = { id: '1', promiseId: 'hours', on: TODAY, by: 'account-1', at: `${TODAY}T12:00:00Z` };

describe('An agreement', () => {
  it('is upcoming, active, expiring and ended by its dates', () => {
    const agreement = agreementWith({ startsOn: '2026-08-01', endsOn: '2027-07-31' });
    const on = (day: string, changes = {}) => statusOf({ ...agreement, ...changes }, day, WARN_DAYS);
    expect(on('2026-07-31')).to.equal('upcoming');
    expect(on('2026-08-01')).to.equal('active');
    expect(on('2027-05-01')).to.equal('active');
    expect(on('2027-05-02')).to.equal('expiring');
    expect(on('2027-07-31')).to.equal('expiring');
    expect(on('2027-08-01')).to.equal('ended');
    expect(on(TODAY, { stage: 'ended', endedOn: '2026-11-21' })).to.equal('ended');
    expect(on('2027-08-01', { stage: 'proposed' })).to.equal('proposed');
  });

  it('goes from stage to stage, and one step back', () => {
    expect(mayBecome('draft', 'proposed')).to.equal(true);
    expect(mayBecome('signed', 'ended')).to.equal(true);
    expect(mayBecome('ended', 'signed')).to.equal(true);
    expect(mayBecome('draft', 'ended')).to.equal(false);
    expect(mayBecome('ended', 'draft')).to.equal(false);
    expect(mayBecome('signed', 'signed')).to.equal(false);
  });

  it('warns of an end 90, 60 and 30 days before, and when it is over', () => {
    const step = (lastDay: string) => warnOfEnd(lastDay, TODAY, WARN_DAYS)?.step;
    expect(step('2027-02-21')).to.equal(undefined);
    expect(step('2027-02-20')).to.equal(90);
    expect(step('2027-01-21')).to.equal(60);
    expect(step('2026-12-22')).to.equal(30);
    expect(step(TODAY)).to.equal(30);
    expect(step('2026-11-21')).to.equal(0);
    expect(warnOfEnd(undefined, TODAY, WARN_DAYS)).to.equal(undefined);
  });

  it('is renewed for as long, from the day after its end, with its promises and without what was delivered', () => {
    const promises = [{ ...hours, by: '2026-12-24' }];
    const agreement = agreementWith({ promises, deliveries: [{ ...row, quantity: 5 }], note: 'as before' });
    const next = renewed(agreement);
    expect(next).to.deep.include({ startsOn: '2027-08-01', endsOn: '2028-07-30', note: 'as before' });
    expect(next.promises).to.deep.equal([{ ...hours, by: '2027-12-24' }]);
    expect(AgreementFacts.parse(next)).to.deep.equal(next);
    const early = renewed(agreementWith({ stage: 'ended', endedOn: '2026-12-31' }));
    expect(early.startsOn).to.equal('2027-01-01');
  });

  it('adds up what has come of a promise, with rows that take back, and says what is late', () => {
    const deliveries = [
      { ...row, quantity: 12 },
      { ...row, id: '2', quantity: -2 },
      { ...row, id: '3', promiseId: 'other', quantity: 9 },
    ];
    const stateOf = (by?: string) => {
      const promises = [{ ...hours, ...(by && { by }) }];
      return deliveredOf(agreementWith({ promises, deliveries }), TODAY)[0];
    };
    expect(stateOf()).to.deep.equal({ promiseId: 'hours', promised: 20, delivered: 10, late: false });
    expect(stateOf(TODAY)?.late).to.equal(false);
    expect(stateOf('2026-11-21')?.late).to.equal(true);
  });

  it('says of each demanded paper whether it is valid, waits to be checked, or is missing', () => {
    const papers = [
      paperWith({ validUntil: '2026-12-01' }),
      paperWith({ validUntil: '2026-11-30' }),
      paperWith({ kind: 'checks', state: 'to-check', validUntil: '2027-12-01' }),
      paperWith({ kind: 'training', state: 'refused' }),
      paperWith({ kind: 'tax' }),
    ];
    const states = paperStates(['insurance', 'checks', 'training', 'tax'], papers, TODAY, WARN_DAYS);
    expect(states).to.deep.equal([
      { kind: 'insurance', state: 'valid', validUntil: '2026-12-01', warning: { daysLeft: 9, step: 30 } },
      { kind: 'checks', state: 'waiting' },
      { kind: 'training', state: 'missing' },
      { kind: 'tax', state: 'valid' },
    ]);
  });

  it('cannot end before it begins', () => {
    const { startsOn, endsOn, ...rest } = renewed(agreementWith());
    const parsed = AgreementFacts.safeParse({ ...rest, startsOn: endsOn, endsOn: startsOn });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).to.deep.equal(['endsOn']);
  });
});
