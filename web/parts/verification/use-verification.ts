import { useMemo } from 'preact/hooks';
import type { Weekday, WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { Verified } from '../../../core/verification/verified.ts';
import { useNow } from '../../state/use-now.ts';
import { sayAgo } from '../../text/say-date.ts';
import { sayHours } from '../../text/say-hours.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { verificationEn } from '../../text/verification-en.ts';
import { verificationEs } from '../../text/verification-es.ts';

const texts = { en: verificationEn, es: verificationEs };

/** What the pages about a right directory speak with. */
export function useVerification() {
  const t = useTextOf(texts);
  const voice = useVoice();
  const { now } = useNow();
  return useMemo(() => {
    const ago = (at: string) => sayAgo(voice, at, now) ?? '';
    /** "3 months ago by the partner". */
    const checked = (verified: Verified | null) =>
      verified ? t('checked.on', { ago: ago(verified.on), who: t(`by.${verified.by}`) }) : t('checked.never');
    const dayName = (day: Weekday) => voice.t(`day.${day}`);
    const weekLines = (hours: readonly WeeklySpan[]) => sayHours(voice, hours);
    return { t, ago, checked, dayName, weekLines };
  }, [t, voice, now]);
}
