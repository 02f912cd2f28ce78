import type { Connection } from 'mongoose';
import type { MergedKind } from '../duplicates/duplicate-collections.ts';
import { mergesIn } from '../duplicates/merge-store.ts';

/** Where the ids stand that a merge gives others to, in a service and in a link of one to a place. */
const TOUCHED = {
  service: { _id: 'service', organizationId: 'organization' },
  'service-at-location': { _id: 'service-at-location', serviceId: 'service', locationId: 'location' },
} as const satisfies Partial<Record<MergedKind, Readonly<Record<string, MergedKind>>>>;

/**
 * Records that changed on or after a moment, or that something was merged into since, or their organization, service or
 * place. Records from before we noted when go by what their source says. One round trip: people merge, so there are few.
 */
export async function changedSince(
  db: Connection,
  kind: keyof typeof TOUCHED,
  since: string,
): Promise<object> {
  const merges = await mergesIn(db)
    .find({ at: { $gte: since } })
    .lean<{ kind: MergedKind; into: string }[]>();
  const merged = Object.entries(TOUCHED[kind]).map(([field, of]) => ({
    [field]: { $in: merges.filter((merge) => merge.kind === of).map(({ into }) => into) },
  }));
  return {
    $or: [
      { changedAt: { $gte: since } },
      { changedAt: { $exists: false }, lastModified: { $gte: since } },
      ...(merges.length > 0 ? merged : []),
    ],
  };
}
