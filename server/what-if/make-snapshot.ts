import type { Connection } from 'mongoose';
import { supplyOf } from '../../core/access/supply-of.ts';
import type { Offer } from '../../core/directory/offer.ts';
import { measureFor } from '../../core/gaps/measure-for.ts';
import { overlapMinutes } from '../../core/schedule/weekly-spans.ts';
import type { WhatIfQuestion } from '../../core/what-if/scenario.ts';
import type { Snapshot } from '../../core/what-if/snapshot.ts';
import { loadDemand } from '../demand/load-demand.ts';
import { readOffersOf } from '../gaps/gap-world.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import type { Rules } from '../rules.ts';

/** What a question is about, as anybody may know it: of students the counted groups, of services those with a public point. */
export async function makeSnapshot(
  db: Connection,
  rules: Rules,
  question: WhatIfQuestion,
  now: Date,
): Promise<Snapshot> {
  const [demand, offers, { threshold }] = await Promise.all([
    loadDemand(db, rules, question.demand, now),
    readOffersOf(db, question.terms),
    currentCounts(db, rules, now),
  ]);
  const { places, asOf, noData } = demand;
  const supply = supplyOf(offers, rules.access);
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  return {
    question,
    asOf,
    threshold,
    travel: rules.travel[question.mode],
    measure: measureFor('e2sfca', question.minutes),
    demand: {
      ids: places.map(({ id }) => id),
      kinds: places.map(({ kind }) => kind),
      names: places.map(({ name }) => name ?? null),
      longitude: places.map(({ point }) => point[0]),
      latitude: places.map(({ point }) => point[1]),
      people: places.map(({ people }) => people),
      ...(places.some(({ low, high }) => low !== undefined || high !== undefined) && {
        low: places.map(({ people, low }) => low ?? people),
        high: places.map(({ people, high }) => high ?? people),
      }),
    },
    sites: {
      ids: supply.places.map(({ id }) => id),
      serviceIds: supply.places.map(({ id }) => offerOf.get(id)?.serviceId ?? ''),
      names: supply.places.map(({ id }) => nameOf(offerOf.get(id))),
      longitude: supply.places.map(({ point }) => point[0]),
      latitude: supply.places.map(({ point }) => point[1]),
      capacity: supply.places.map(({ capacity }) => capacity),
      hours: supply.places.map(({ id }) => hoursOf(offerOf.get(id))),
    },
    capacityUnknown: supply.unknown,
    noData,
  };
}

function nameOf(offer: Offer | undefined): string {
  return offer ? `${offer.serviceName}, ${offer.locationName}` : '';
}

/** Hours a week; null where nobody said when, or where it is never open. */
function hoursOf(offer: Offer | undefined): number | null {
  // A week laid over itself: every minute once, however the hours are written.
  const hours = offer?.hoursKnown ? overlapMinutes(offer.hours, offer.hours) / 60 : 0;
  return hours > 0 ? hours : null;
}
