import { useState } from 'preact/hooks';
import { confirmDeletion, type OpenedRecord, openReceived, type Received } from '../../api/consents.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { ReceivedContent } from './received-content.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface ReceivedItemProps {
  received: Received;
  speech: ConsentSpeech;
  onChanged(): void;
}

/** Something a school shared with the partner: opened on demand, because each opening is written down. */
export function ReceivedItem({ received, speech, onChanged }: ReceivedItemProps) {
  const { t, day, purpose, record } = speech;
  const [opened, setOpened] = useState<OpenedRecord | null>(null);
  const [failed, setFailed] = useState(false);
  const { id, open, closed, until, from, deliveredAt, deletionConfirmedAt } = received;
  const tryTo = (work: Promise<unknown>) => work.then(() => setFailed(false)).catch(() => setFailed(true));
  // What is opened may have been closed since the list came.
  const show = () =>
    tryTo(openReceived(id).then((one) => (one.open.length > 0 ? setOpened(one) : onChanged())));
  const confirm = () => tryTo(confirmDeletion(id).then(onChanged));
  const records = [...open, ...closed];
  return (
    <li class="card consent">
      <div class="consent-head">
        <h2>{records.map(record).join(', ')}</h2>
        {open.length > 0 && until ? (
          <Chip tone="good" icon="check">
            {t('received.until', { date: day(until) })}
          </Chip>
        ) : (
          <Chip icon="x">{t('closed')}</Chip>
        )}
      </div>
      <p>{t('purpose', { purpose: purpose(received.purpose) })}</p>
      <p class="small muted">
        {from.person
          ? t('received.from', { ...from, date: day(deliveredAt) })
          : t('received.fromSchool', { school: from.school, date: day(deliveredAt) })}
        {' · '}
        {t('received.forOrganization', { organization: received.organization })}
      </p>
      {open.length > 0 && !opened && (
        <div>
          <Button look="primary" onClick={show}>
            {t('received.open')}
          </Button>
        </div>
      )}
      {open.length > 0 && opened && (
        <>
          <ReceivedContent content={opened.content} t={t} />
          {opened.message && (
            <p>
              {t('received.message')} {opened.message}
            </p>
          )}
          <div>
            <Button onClick={() => setOpened(null)}>{t('received.close')}</Button>
          </div>
        </>
      )}
      {closed.length > 0 && (
        <div class="notice">
          <p>
            {endWords(received, speech)}{' '}
            {deletionConfirmedAt
              ? t('received.confirmed', { date: day(deletionConfirmedAt) })
              : t('received.delete', { records: closed.map(record).join(', ') })}
          </p>
          {!deletionConfirmedAt && <Button onClick={confirm}>{t('received.confirm')}</Button>}
        </div>
      )}
      {failed && (
        <p class="field-error" role="alert">
          {t('failed')}
        </p>
      )}
    </li>
  );
}

function endWords({ ended }: Received, { t, day }: ConsentSpeech): string {
  if (ended?.on && (ended.why === 'withdrawn' || ended.why === 'expired'))
    return t(`received.closed.${ended.why}`, { date: day(ended.on) });
  return t('received.closed.other');
}
