import { useMemo } from 'preact/hooks';
import type { AgendaItem } from '../../../core/conferences/conference.ts';
import { REFERRAL_STATES } from '../../../core/referrals/referral-state.ts';
import { type ConferencesTexts, conferencesEn } from '../../text/conferences-en.ts';
import { conferencesEs } from '../../text/conferences-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useReferralWords } from '../referrals/use-referral-words.ts';
import { useReviewWords } from '../reviews/use-review-words.ts';

const texts = { en: conferencesEn, es: conferencesEs };

export type ConferenceText = Translate<ConferencesTexts>;

/** Days and points of the agenda in the reader's language. */
export function useConferenceWords() {
  const t = useTextOf(texts);
  const { t: referrals } = useReferralWords();
  const { month, say } = useReviewWords();
  return useMemo(() => {
    /** A day without a clock time is the same day everywhere. */
    const day = (date: string) => say.date(`${date}T12:00:00`);
    const state = (code: string) => {
      const known = REFERRAL_STATES.find((one) => one === code);
      return known ? referrals(`state.${known}`) : code;
    };
    const point = ({ kind, text, detail }: Pick<AgendaItem, 'kind' | 'text' | 'detail'>) => {
      if (kind === 'review') return t('agenda.review', { month: month(detail) });
      if (kind === 'goal') return t('agenda.goal', { text });
      if (kind === 'step') return t('agenda.step', { text, date: day(detail) });
      return kind === 'referral' ? t('agenda.referral', { text, state: state(detail) }) : text;
    };
    return { t, say, day, point };
  }, [t, referrals, month, say]);
}
export type ConferenceWords = ReturnType<typeof useConferenceWords>;
