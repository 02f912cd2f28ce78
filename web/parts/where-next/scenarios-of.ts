import { isOfTerm } from '../../../core/demand/demand-question.ts';
import type { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';

/** What "What if" gives a service that is put on its map, where nobody asked for room. */
const NEW_CAPACITY = 20;
const LONGEST_NAME = 120;

/**
 * A proposal to try out and to change by hand: one scenario for each kind of help, because a scenario takes any one of
 * several as enough, and a hub gives each of them. None where there is nothing to try, and where a scenario would ask
 * something else: it counts what is there.
 */
export function scenariosOf(
  { ask, proposed }: Pick<SitingOutcome, 'ask' | 'proposed'>,
  nameFor: (term: string) => string,
): ScenarioDraft[] {
  const { terms, minutes, mode, demand: of, keepExisting, capacity = NEW_CAPACITY } = ask;
  if (proposed.length === 0 || !keepExisting) return [];
  return terms.map((term) => ({
    name: nameFor(term).slice(0, LONGEST_NAME),
    question: { terms: [term], minutes, mode, demand: isOfTerm(of) ? { of, term } : { of } },
    changes: proposed.map(({ name, point }, index) => ({
      kind: 'add',
      id: `new-${index + 1}`,
      point,
      capacity,
      name: name.slice(0, 200),
    })),
  }));
}
