import type { AgreementTexts } from '../../text/agreements-en.ts';
import type { AgreementPart } from './agreement-view.tsx';
import { type AgreementSpeech, useAgreements } from './use-agreements.ts';

type Event = AgreementPart['page']['history'][number];

/** Who did what when, the newest first. */
export function HistoryPart({ page }: Pick<AgreementPart, 'page'>) {
  const speech = useAgreements();
  const { t, say } = speech;
  return (
    <section class="section">
      <h2>{t('history')}</h2>
      <ul class="agreement-facts">
        {page.history.map((event) => (
          <li key={event.at + event.what}>
            {t('event.line', {
              date: say.dateTime(event.at),
              by: event.by ?? t('somebody'),
              what: eventWords(event, speech),
            })}
            {event.reason && <span class="muted"> {event.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function eventWords({ what, fields = [] }: Event, { t, say }: AgreementSpeech): string {
  if (what !== 'changed') return t(`event.${what}`);
  const names = fields.map((field) =>
    t(`field.${field}` as Extract<keyof AgreementTexts, `field.${string}`>),
  );
  return t('event.changed', { fields: say.list(names) });
}
