import type { OfferView } from '../../api/offers.ts';
import { sayGrade } from '../../text/say-people.ts';
import type { Voice } from '../../text/use-voice.tsx';
import type { FindQuery } from './find-query.ts';

type Asked = Pick<FindQuery, 'age' | 'grade' | 'day' | 'from' | 'to' | 'openNow'>;

/** What was asked and nobody knows of this offer: never silently taken for yes. */
export function askSentence({ t, language }: Voice, offer: OfferView, query: Asked): string | undefined {
  const { unknown } = offer.eligibility;
  if (query.age !== null && unknown.includes('age')) return t('ask.age', { age: query.age });
  if (query.grade !== null && unknown.includes('grade'))
    return t('ask.grade', { grade: sayGrade({ t, language }, query.grade) });
  const timeAsked = query.openNow || query.day !== null || query.from !== null || query.to !== null;
  return timeAsked && !offer.hoursKnown ? t('ask.hours') : undefined;
}
