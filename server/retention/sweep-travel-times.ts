import type { Deps } from '../deps.ts';
import { travelLists, travelRows } from '../travel/kept/travel-collections.ts';
import { addSwept, type Swept } from './sweep.ts';
import { sweepExpired } from './sweep-expired.ts';

/** Times that nothing has asked for, those of roads that have been built anew among them; and their lists. */
export async function sweepTravelTimes(deps: Pick<Deps, 'db'>, until: Date): Promise<Swept> {
  return addSwept(
    await sweepExpired(travelRows.name, 'usedAt', 'text')(deps, until),
    await sweepExpired(travelLists.name, 'usedAt', 'text')(deps, until),
  );
}
