import { addressOf } from '../../api/request.ts';
import { closuresEn } from '../../text/closures-en.ts';
import { closuresEs } from '../../text/closures-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: closuresEn, es: closuresEs };

/** The times of a place, for a calendar of one's own. */
export function CalendarLink({ offerId }: { offerId: string }) {
  const t = useTextOf(texts);
  return (
    <p class="no-print">
      <a href={addressOf(`/offers/${offerId}/calendar.ics`)} download>
        {t('calendar')}
      </a>
    </p>
  );
}
