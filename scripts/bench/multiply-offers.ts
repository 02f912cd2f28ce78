import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import { plain } from '../../core/directory/words.ts';
import { announceOffers } from '../../server/directory/offer-changes.ts';
import { offers } from '../../server/directory/offer-collection.ts';
import { model, type Stored } from '../../server/store/collection.ts';

/** Copies the demo's offers, each a little further on, until there are enough; can go on. @returns where one is */
export async function multiplyOffers(db: Connection, count: number): Promise<[number, number]> {
  const collection = model<Offer>(db, offers);
  const originals = await collection
    .find({ _id: { $not: /^copy-/ } })
    .lean<(Stored<Offer> & { nameKey: string })[]>();
  const first = (await collection.countDocuments({})) - originals.length;
  const copies = Array.from({ length: count - originals.length - first }, (_, at) =>
    copyOffer(originals[(first + at) % originals.length] as Stored<Offer>, first + at),
  );
  for (let at = 0; at < copies.length; at += 1000)
    await collection.collection.insertMany(copies.slice(at, at + 1000) as never);
  await announceOffers(db, null);
  return originals.find(({ point }) => point)?.point?.coordinates ?? [0, 0];
}

function copyOffer(offer: Stored<Offer>, n: number) {
  const shift = (range: number, step: number) => (((n * step) % 1000) / 1000 - 0.5) * range;
  const point = offer.point && {
    type: 'Point' as const,
    coordinates: [offer.point.coordinates[0] + shift(1.2, 379), offer.point.coordinates[1] + shift(0.9, 617)],
  };
  const place = { _id: `copy-${n}`, locationId: `place-${n}` };
  return { ...offer, ...place, nameKey: plain(`${offer.serviceName} ${n}`), ...(point && { point }) };
}
