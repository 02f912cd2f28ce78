import { localDay } from '../../core/schedule/local-day.ts';
import type { Deps } from '../deps.ts';
import { readDistrict } from '../settings/district-store.ts';

/** Today by the district's calendar: surveys open and end with its days. */
export async function districtDay(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  districtId: string | undefined,
): Promise<string> {
  const district = await readDistrict(db, districtId);
  return localDay(clock(), district?.timezone ?? 'UTC');
}
