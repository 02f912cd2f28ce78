import type { Connection } from 'mongoose';
import type { DirectoryRecord } from '../../core/corrections/field-value.ts';
import type { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import type { DuplicateSide, DuplicateView } from '../../core/duplicates/duplicate-view.ts';
import { COMPARED_FIELDS, fieldText } from '../../core/duplicates/tell-sides.ts';
import { organizationNames } from '../directory/record-names.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import type { DuplicatePairRecord } from './duplicate-collections.ts';
import { COLLECTION_OF } from './settle-merges.ts';

type Found = DirectoryRecord & {
  _id: string;
  name: string;
  source: { system: string };
  organizationId?: string;
  confidentiality?: string;
};

/** Pairs of one kind with both records side by side. A pair of which one has gone is left out. Three round trips. */
export async function showPairs(
  db: Connection,
  kind: DuplicateKind,
  pairs: readonly DuplicatePairRecord[],
): Promise<DuplicateView[]> {
  const ids = pairs.flatMap((pair) => pair.ids);
  const found = await db
    .collection<Found>(COLLECTION_OF[kind])
    .find({ _id: { $in: ids } })
    .toArray();
  const [owners, hanging] = await Promise.all([
    organizationNames(
      db,
      found.flatMap(({ organizationId }) => organizationId ?? []),
    ),
    countHanging(db, kind, ids),
  ]);
  const byId = new Map(found.map((record) => [record._id, record]));
  return pairs.flatMap(
    ({ ids: [one, other], run: _r, judgedAt: _a, judgedBy: _b, ...pair }): DuplicateView[] => {
      const [left, right] = [byId.get(one), byId.get(other)];
      if (!left || !right) return [];
      const side = (record: Found): DuplicateSide => ({
        id: record._id,
        name: record.name,
        source: record.source.system,
        ...(record.confidentiality && { confidentiality: record.confidentiality }),
        fields: [
          ...COMPARED_FIELDS[kind].map((field) => ({ field, text: fieldText(record, field) })),
          ...(kind === 'organization'
            ? []
            : [{ field: 'organization', text: owners.get(record.organizationId ?? '') ?? '' }]),
        ],
        hanging: hanging.get(record._id) ?? 0,
      });
      const isOfTwo = kind === 'service' && left.organizationId !== right.organizationId;
      return [
        {
          ...pair,
          left: side(left),
          right: side(right),
          ...(isOfTwo && { hindrance: 'other-organization' }),
        },
      ];
    },
  );
}

/** Services of an organization; links of a service or a place. */
async function countHanging(
  db: Connection,
  kind: DuplicateKind,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const field = `${kind}Id`;
  const collection = kind === 'organization' ? services.name : servicesAtLocations.name;
  const counts = await db
    .collection(collection)
    .aggregate<{ _id: string; n: number }>([
      { $match: { [field]: { $in: ids }, mergedInto: null } },
      { $group: { _id: `$${field}`, n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(counts.map(({ _id, n }) => [_id, n]));
}
