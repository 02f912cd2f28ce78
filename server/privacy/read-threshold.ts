import type { Connection } from 'mongoose';
import type { District } from '../../core/district/district.ts';
import { strictestThreshold } from '../../core/privacy/threshold.ts';
import { districts } from '../settings/district-collection.ts';
import { model } from '../store/collection.ts';

/** Below which nothing is told of people: the strictest of the districts' settings. */
export async function readThreshold(db: Connection): Promise<number> {
  const settings = await model<District>(db, districts)
    .find({}, { smallNumbers: 1 })
    .lean<Pick<District, 'smallNumbers'>[]>();
  return strictestThreshold(settings.map(({ smallNumbers }) => smallNumbers));
}
