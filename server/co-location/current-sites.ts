import type { Connection } from 'mongoose';
import type { CoLocation } from '../../core/co-location/co-location.ts';
import {
  type OpenOffer,
  openOffers,
  type Site,
  type SiteOffer,
  sitesOf,
} from '../../core/co-location/site.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { offers } from '../directory/offer-collection.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

export interface Sites {
  offers: OpenOffer[];
  sites: Site[];
  /** What was answered from these offers, by what else it was worked out from. */
  answers: Map<string, CoLocation>;
}

interface Kept extends Sites {
  /** Undefined before anything was announced: then nothing can be said about changes. */
  state: string | undefined;
}

/** Public offers and their sites, kept in this process until offers have changed. Whoever asks first waits. */
export function currentSites(db: Connection): () => Promise<Sites> {
  let kept: Kept | undefined;
  let working: Promise<unknown> = Promise.resolve();

  async function update(): Promise<void> {
    // Read before the offers: what is written in between is announced later, and then read again.
    const { state } = await readOfferState(db, undefined);
    if (isStill(kept, state)) return;
    const open = openOffers(await readSiteOffers(db));
    kept = { state, offers: open, sites: sitesOf(open), answers: new Map() };
  }

  return async () => {
    if (!isStill(kept, (await readOfferState(db, undefined)).state)) {
      // One after the other; a failed one is the trouble of who asked for it.
      const mine = working.then(update, update);
      working = mine;
      await mine;
    }
    return kept!;
  };
}

function isStill(kept: Kept | undefined, state: string | undefined): boolean {
  return kept !== undefined && state !== undefined && kept.state === state;
}

const READ = {
  serviceId: 1,
  serviceName: 1,
  locationId: 1,
  organizationId: 1,
  organizationName: 1,
  locationName: 1,
  address: 1,
  kind: 1,
  confidentiality: 1,
  point: 1,
  terms: 1,
  hours: 1,
  hoursKnown: 1,
  placesFree: 1,
} as const;

async function readSiteOffers(db: Connection): Promise<SiteOffer[]> {
  const found = await model<SiteOffer>(db, offers)
    .find({ confidentiality: 'public' }, READ)
    .lean<Stored<SiteOffer>[]>();
  return found.map((offer) => fromStored<SiteOffer>(offer));
}
