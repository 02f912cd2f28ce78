import type { Connection, PipelineStage } from 'mongoose';
import type { Position } from '../../core/geo/point.ts';
import { DOMAIN_IDS, type DomainId } from '../../core/taxonomy/term.ts';
import { model } from '../store/collection.ts';
import { kmOf, nearStage } from './find-offers.ts';
import { type OfferRecord, offers } from './offer-collection.ts';

/** What one domain has around a point. */
export interface DomainAround {
  domain: DomainId;
  /** Public offers within reach; an offer of two domains counts in both. */
  offers: number;
  nearest: { offerId: string; name: string; km: number };
}

/** The offers around a point by domain, in one round trip; domains without any are not in the answer. */
export async function nearestByDomain(
  db: Connection,
  origin: Position,
  reachKm: number,
  filter: object = {},
): Promise<DomainAround[]> {
  const pipeline = [
    nearStage(filter, { origin, reachKm }),
    { $project: { metres: 1, serviceName: 1, termsAndAbove: 1 } },
    { $unwind: '$termsAndAbove' },
    { $match: { termsAndAbove: { $in: DOMAIN_IDS } } },
    {
      $group: {
        _id: '$termsAndAbove',
        offers: { $sum: 1 },
        // Documents compare field by field, so the least one is the nearest, and of equals the first by id.
        nearest: { $min: { metres: '$metres', id: '$_id', name: '$serviceName' } },
      },
    },
  ];
  const found = await model<OfferRecord>(db, offers).aggregate<Row>(pipeline as PipelineStage[]);
  return found.map(({ _id, offers: count, nearest }) => ({
    domain: _id,
    offers: count,
    nearest: { offerId: nearest.id, name: nearest.name, km: kmOf(nearest.metres) },
  }));
}

interface Row {
  _id: DomainId;
  offers: number;
  nearest: { metres: number; id: string; name: string };
}
