import type { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';

/** What "What if" gives a service that is put on its map. */
const NEW_CAPACITY = 20;
const LONGEST_NAME = 120;

/**
 * A proposal to try out and to change by hand. Undefined where there is nothing to try, and where a scenario would ask
 * something else: it counts what is there, and any one of several kinds of help as enough.
 */
export function scenarioOf(
  { ask, proposed }: Pick<SitingOutcome, 'ask' | 'proposed'>,
  nameFor: (terms: readonly string[]) => string,
): ScenarioDraft | undefined {
  const { terms, minutes, mode, demand: of, keepExisting } = ask;
  const [term] = terms;
  if (proposed.length === 0 || !keepExisting || terms.length > 1 || term === undefined) return undefined;
  return {
    name: nameFor(terms).slice(0, LONGEST_NAME),
    question: { terms, minutes, mode, demand: of === 'need' ? { of, term } : { of } },
    changes: proposed.map(({ name, point }, index) => ({
      kind: 'add',
      id: `new-${index + 1}`,
      point,
      capacity: NEW_CAPACITY,
      name: name.slice(0, 200),
    })),
  };
}
