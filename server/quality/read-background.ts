import type { Connection } from 'mongoose';
import type { Location, Service } from '../../core/directory/service.ts';
import type { Position } from '../../core/geo/point.ts';
import { fenceAround } from '../../core/quality/fence-around.ts';
import type { QualityRules } from '../../core/quality/quality-rules.ts';
import { textKey } from '../../core/quality/text-key.ts';
import { locations } from '../directory/location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { type CollectionSpec, model } from '../store/collection.ts';
import type { QualityBackground } from './quality-collections.ts';
import { STANDING } from './read-records.ts';

/** Where most places are, and which texts stand with many services: read once before records are looked at. */
export async function learnBackground(
  db: Connection,
  rules: QualityRules,
): Promise<Omit<QualityBackground, 'id'>> {
  const points: Position[] = [];
  for await (const { point } of stream<Location>(db, locations, { pointQuality: 'exact' }, { point: 1 }))
    if (point) points.push(point.coordinates);
  const times = new Map<string, number>();
  const described = stream<Service>(db, services, { status: 'active' }, { description: 1 });
  for await (const { description = '' } of described) {
    if (description.length < rules.sameTextSigns) continue;
    const key = textKey(description);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const repeated = [...times].flatMap(([key, n]) => (n >= rules.sameTextTimes ? [key] : []));
  return { fence: fenceAround(points, rules), repeated };
}

function stream<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  filter: object,
  fields: Record<string, 1>,
): AsyncIterable<Partial<T>> {
  return model<T>(db, spec)
    .find({ ...filter, ...STANDING } as object, { _id: 0, ...fields })
    .lean()
    .cursor({ batchSize: 2_000 }) as unknown as AsyncIterable<Partial<T>>;
}
