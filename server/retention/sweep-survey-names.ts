import { utcDay } from '../../core/schedule/utc-day.ts';
import { surveyAnswers } from '../surveys/survey-collections.ts';
import type { Sweep } from './sweep.ts';

/** Takes the name from answers that nobody has put into a record; the answer stays and is counted. */
export const sweepSurveyNames: Sweep = async ({ db }, until) => {
  const answers = db.collection<{ day: string; sealedBy?: string }>(surveyAnswers.name);
  const filter = { sealedBy: { $exists: true }, day: { $lt: utcDay(until) } };
  const [oldest] = await answers.find(filter).sort({ day: 1 }).limit(1).toArray();
  if (!oldest) return { deleted: 0 };
  const { modifiedCount } = await answers.updateMany(filter, { $unset: { sealedBy: 1 } });
  return { deleted: modifiedCount, oldest: oldest.day };
};
