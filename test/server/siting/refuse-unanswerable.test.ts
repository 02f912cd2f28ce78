import { expect } from 'chai';
import { AppError } from '../../../server/http/app-error.ts';
import { refuseUnanswerable } from '../../../server/siting/refuse-unanswerable.ts';
import { CANDIDATES, littleAsk } from '../../core/where-next/little-question.ts';

const row = { place: 0, term: 0, people: 1, low: 1, high: 1 };
const rows = Array.from({ length: 3_000 }, () => row);

describe('A question of Where next that is too large', () => {
  it('is refused where so many people over so many sites with room would take too long', () => {
    const refusal = (change: object, limited: number) => {
      try {
        refuseUnanswerable(littleAsk(change), { rows, candidates: CANDIDATES, limited });
      } catch (error) {
        return error instanceof AppError ? [error.code, error.errors?.[0]?.path] : error;
      }
      return undefined;
    };
    expect(refusal({ capacity: 5 }, 98)).to.equal(undefined);
    expect(refusal({ capacity: 5 }, 99)).to.deep.equal(['too-large', 'capacity']);
    expect(refusal({}, 99), 'without room').to.equal(undefined);
  });
});
