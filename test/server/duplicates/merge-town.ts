import type { Connection } from 'mongoose';
import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import { openKeyOf } from '../../../core/referrals/referral.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { duplicateCollections } from '../../../server/duplicates/duplicate-collections.ts';
import type { MergeDeps } from '../../../server/duplicates/merge-records.ts';
import { MERGED_LINKS } from '../../../server/duplicates/merged-links.ts';
import { referralCollections } from '../../../server/referrals/referral-collection.ts';
import { suggestionCollections } from '../../../server/suggestions/suggestion-collection.ts';
import { verificationCollections } from '../../../server/verification/verification-collection.ts';

export const townCollections = [
  ...directoryCollections,
  ...duplicateCollections,
  ...referralCollections,
  ...suggestionCollections,
  ...verificationCollections,
];

/** Which of so many organizations, places and services belongs where; all ids follow from the numbers. */
export interface TownPlan {
  /** By service: its organization. */
  owners: number[];
  /** Services at places. */
  links: [service: number, place: number][];
  /** Students' referrals to links, open or not. */
  referrals: { link: number; student: number; open: boolean }[];
  /** Services somebody has verified. */
  verified: number[];
}

const source = (id: string) => ({ system: 'test', id });

/** Writes a small town in which everything that can be merged is pointed to from everywhere. */
export async function buildTown(deps: MergeDeps, plan: TownPlan): Promise<void> {
  const { db } = deps;
  const insert = async (name: string, rows: { id: string }[]) => {
    await db.collection(name).deleteMany({});
    if (rows.length > 0)
      await db.collection(name).insertMany(rows.map(({ id, ...rest }) => ({ _id: id as never, ...rest })));
  };
  for (const { name } of duplicateCollections) await db.collection(name).deleteMany({});
  const linkOf = (n: number) => plan.links[n % plan.links.length]!;
  await insert(
    'organizations',
    [0, 1, 2].map((n) => Organization.parse({ id: `o${n}`, name: `Partner ${n}`, source: source(`o${n}`) })),
  );
  await insert(
    'locations',
    [0, 1, 2].map((n) =>
      Location.parse({ id: `l${n}`, name: `Place ${n}`, organizationId: `o${n}`, source: source(`l${n}`) }),
    ),
  );
  await insert(
    'services',
    plan.owners.map((owner, n) =>
      Service.parse({ id: `s${n}`, name: `Help ${n}`, organizationId: `o${owner}`, source: source(`s${n}`) }),
    ),
  );
  await insert(
    'services_at_locations',
    plan.links.map(([service, place], n) =>
      ServiceAtLocation.parse({
        id: `x${n}`,
        serviceId: `s${service}`,
        locationId: `l${place}`,
        source: source(`x${n}`),
      }),
    ),
  );
  const referralOf = ({ link, student, open }: TownPlan['referrals'][number], n: number) => {
    const [service] = linkOf(link);
    const wish = {
      studentId: `p${student}`,
      wish: 'need' as const,
      term: 'food-pantry',
      serviceId: `s${service}`,
    };
    const organizationId = `o${plan.owners[service]}`;
    return {
      id: `r${n}`,
      ...wish,
      organizationId,
      offerId: `x${link % plan.links.length}`,
      ...(open && { openKey: openKeyOf(wish) }),
    };
  };
  const keys = new Set<string>();
  await insert(
    'referrals',
    plan.referrals.map(referralOf).filter(({ openKey }) => {
      const isNew = openKey === undefined || !keys.has(openKey);
      if (openKey !== undefined) keys.add(openKey);
      return isNew;
    }),
  );
  await insert(
    'placements',
    plan.links.map(([service], n) => ({
      id: `h${n}`,
      serviceId: `s${service}`,
      offerId: `x${n}`,
      place: `offer/x${n}#0`,
    })),
  );
  await insert(
    'placement_rows',
    plan.links.map((_, n) => ({ id: `w${n}`, offerId: `x${n}` })),
  );
  for (const name of ['agreements', 'partner_documents', 'disclosures'])
    await insert(
      name,
      [0, 1, 2].map((n) => ({ id: `${name}${n}`, organizationId: `o${n}` })),
    );
  await insert(
    'suggestions',
    plan.owners.map((owner, n) => ({ id: `g${n}`, serviceId: `s${n}`, organizationId: `o${owner}` })),
  );
  await insert(
    'accounts',
    [0, 1, 2].map((n) => ({
      id: `a${n}`,
      email: `a${n}@example.org`,
      grants: [{ role: 'partner', organizationIds: [`o${n}`, `o${(n + 1) % 3}`] }],
    })),
  );
  await insert(
    'verifications',
    plan.verified.map((n) => ({
      id: `s${n}`,
      at: `2026-01-0${n + 1}`,
      by: 'school',
      accountId: 'a0',
      history: [],
    })),
  );
  await rebuildOffers(deps);
}

/** Everything that is stored, but for the states of the offers, which have random names. */
export async function everythingIn(db: Connection): Promise<string> {
  const names = (await db.listCollections())
    .map(({ name }) => name)
    .filter((name) => name !== 'offer_changes')
    .sort();
  const all = await Promise.all(
    names.map(async (name) => [name, await db.collection(name).find({}).sort({ _id: 1 }).toArray()] as const),
  );
  return JSON.stringify(
    all.filter(([, rows]) => rows.length > 0),
    undefined,
    1,
  );
}

/** Links that point to a record which is not found any more. */
export async function deadLinks(db: Connection): Promise<string[]> {
  const merged = new Set((await db.collection('merges').find({}).toArray()).map(({ _id }) => String(_id)));
  const found: string[] = [];
  for (const link of Object.values(MERGED_LINKS).flat())
    for (const record of await db.collection(link.collection).find({}).toArray())
      for (const id of link.idsIn(record[link.field]))
        if (merged.has(id)) found.push(`${link.collection}/${record._id}/${link.field} ${id}`);
  return found;
}
