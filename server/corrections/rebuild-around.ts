import type { RecordKind } from '../../core/corrections/correction.ts';
import type { DirectoryRecord } from '../../core/corrections/field-value.ts';
import type { Deps } from '../deps.ts';
import { rebuildOffers } from '../directory/rebuild-offers.ts';
import { readServiceIdsOf } from '../directory/services-of.ts';

export interface FoundRecord {
  kind: RecordKind;
  id: string;
  record: DirectoryRecord;
}

/** Makes the offers anew in which these records show, and tells everybody. */
export async function rebuildAround(
  { db, rules, clock }: Pick<Deps, 'db' | 'rules' | 'clock'>,
  records: readonly FoundRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const idsOf = (kind: FoundRecord['kind']) =>
    records.filter((each) => each.kind === kind).map(({ id }) => id);
  const around = await readServiceIdsOf(db, {
    locationIds: idsOf('location'),
    organizationIds: idsOf('organization'),
  });
  const linked = records.flatMap(({ record }) =>
    typeof record.serviceId === 'string' ? [record.serviceId] : [],
  );
  const today = clock().toISOString().slice(0, 10);
  const ids = [...idsOf('service'), ...linked, ...around];
  await rebuildOffers({ db, taxonomy: rules.taxonomy, today }, ids);
}
