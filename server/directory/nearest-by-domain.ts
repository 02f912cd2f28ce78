import type { Connection, PipelineStage } from 'mongoose';
import { EARTH_RADIUS_KM } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import { DOMAIN_IDS, type DomainId } from '../../core/taxonomy/term.ts';
import { model } from '../store/collection.ts';
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
    nearStage(filter, origin, reachKm),
    { $project: { angle: 1, serviceName: 1, termsAndAbove: 1 } },
    { $unwind: '$termsAndAbove' },
    { $match: { termsAndAbove: { $in: DOMAIN_IDS } } },
    {
      $group: {
        _id: '$termsAndAbove',
        offers: { $sum: 1 },
        // Documents compare field by field, so the least one is the nearest, and of equals the first by id.
        nearest: { $min: { angle: '$angle', id: '$_id', name: '$serviceName' } },
      },
    },
  ];
  const found = await model<OfferRecord>(db, offers).aggregate<Row>(pipeline as PipelineStage[]);
  return found.map(({ _id, offers: count, nearest }) => ({
    domain: _id,
    offers: count,
    nearest: { offerId: nearest.id, name: nearest.name, km: kmOf(nearest.angle) },
  }));
}

interface Row {
  _id: DomainId;
  offers: number;
  nearest: { angle: number; id: string; name: string };
}

/**
 * The first stage of a search by distance: public offers with the `angle` to the origin in radians. The origin is
 * given as a pair, because then the engine reckons in radians: its metres depend on the radius that it takes for the
 * Earth, which is 6378.1 km in MongoDB and 6371 km in DocumentDB.
 */
function nearStage(filter: object, origin: Position, reachKm: number): object {
  return {
    $geoNear: {
      near: origin,
      key: 'point',
      distanceField: 'angle',
      spherical: true,
      query: { $and: [filter, { confidentiality: 'public' }] },
      maxDistance: reachKm / EARTH_RADIUS_KM,
    },
  };
}

/** Kilometres on the ground of an angle at the Earth's centre. */
function kmOf(angle: number): number {
  return angle * EARTH_RADIUS_KM;
}
