import type { SitingOptions } from '../siting/siting-problem.ts';
import { composeSiting } from './compose-siting.ts';
import { sitingColumns } from './siting-columns.ts';
import { solveEachNumber } from './solve-each-number.ts';
import { type SitingQuestion, type ToldSiting, tellSiting } from './tell-siting.ts';

interface AnswerOptions extends SitingOptions {
  /** For the best of all smaller numbers of sites together, by `now`. */
  fewerSeconds: number;
}

/** The whole way from a question to what its answer means for people. */
export function answerSiting(question: SitingQuestion, options: AnswerOptions): ToldSiting {
  const { ask, rows, candidates, ways } = question;
  const columns = sitingColumns(ways, ask.capacity);
  const problem = composeSiting(ask, rows, candidates, columns);
  const solved = solveEachNumber(problem, { ...options, standing: columns.standing.length });
  return tellSiting({ ...question, columns, ...solved });
}
