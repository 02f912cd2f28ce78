import { localMoment } from '../../core/directory/local-moment.ts';
import type { Deps } from '../deps.ts';
import { readDistrict } from '../settings/district-store.ts';
import type { ViewContext } from './offer-view.ts';

/** How offers are seen at this moment, without anybody who asks how far they are. */
export async function viewContext({ db, rules }: Deps, clock: () => Date): Promise<ViewContext> {
  const district = await readDistrict(db);
  return { taxonomy: rules.taxonomy, moment: localMoment(clock(), district?.timezone ?? 'UTC') };
}
