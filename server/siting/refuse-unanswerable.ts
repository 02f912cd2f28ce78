import { type Candidate, isAmong } from '../../core/where-next/candidate.ts';
import type { SitingAsk } from '../../core/where-next/siting-ask.ts';
import type { SitingRow } from '../../core/where-next/siting-rows.ts';
import { AppError, type FieldError } from '../http/app-error.ts';

/** Rows × candidates that a worker keeps in memory: eight bytes each, twice. */
const MOST_WAYS = 20_000_000;
/** What one document of the database can hold. */
const MOST_ROWS = 50_000;

/** Rows × open sites with room for so many: a spread of people over them takes about a third of a second. */
const MOST_SEATS = 300_000;

interface Found {
  rows: readonly SitingRow[];
  candidates: readonly Candidate[];
  /** Services that stand and told of their room. */
  limited: number;
}

/** Refuses before any work what cannot be answered, in words that say what to change. */
export function refuseUnanswerable(ask: SitingAsk, { rows, candidates, limited }: Found): void {
  const { capacity, sites, force, costs, budget } = ask;
  if (candidates.length === 0)
    refuse('no-candidates', 'candidates', 'There is no place to choose from. Choose other places.');
  if (rows.length === 0)
    refuse(
      'no-demand',
      'demand',
      'Nobody is counted anywhere, so there is nothing to plan for. Count others.',
    );
  const unknown = force.filter((id) => !candidates.some((candidate) => isAmong(candidate, [id])));
  if (unknown.length > 0)
    refuse('unknown-site', 'force', `Not among the places to choose from: ${unknown.join(', ')}.`);
  if (sites !== undefined && sites > candidates.length)
    refuse(
      'more-than-candidates',
      'sites',
      `There are only ${candidates.length} places to choose from. Ask for fewer sites, or for more places.`,
    );
  const least = Math.min(...candidates.map(({ kind }) => costs?.[kind] ?? 0));
  if (budget !== undefined && least > budget)
    refuse('budget-too-small', 'budget', `The cheapest new site costs ${least}. Give a larger budget.`);
  const forced = candidates.filter((candidate) => isAmong(candidate, force));
  const wanted = forced.reduce((sum, { kind }) => sum + (costs?.[kind] ?? 0), 0);
  if (budget !== undefined && wanted > budget)
    refuse('budget-too-small', 'budget', `The places that must be chosen cost ${wanted} already.`);
  if (capacity !== undefined && rows.length * ((sites ?? 0) + limited) > MOST_SEATS)
    refuse(
      'too-large',
      'capacity',
      `${rows.length} places with people and ${limited} services with room for so many are too many at once. Ask without the room of a site.`,
    );
  if (rows.length > MOST_ROWS || rows.length * (candidates.length + limited) > MOST_WAYS)
    refuse(
      'too-large',
      'candidates',
      `${rows.length} places with people and ${candidates.length} to choose from are too many at once. Choose fewer places.`,
    );
}

function refuse(code: string, path: string, message: string): never {
  const errors: FieldError[] = [{ path, message }];
  throw new AppError(422, code, message, errors);
}
