import type { Shared } from '../../api/consents.ts';
import { Chip } from '../chip.tsx';
import { RecordList } from './consent-item.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

/** Something that was shared, for the school and the family: what, with whom, and whether it is still open. */
export function SharedItem({
  shared,
  organization,
  speech,
}: {
  shared: Shared;
  organization: string;
  speech: ConsentSpeech;
}) {
  const { t, day, purpose } = speech;
  const { deliveredAt, requestedAt, deletionConfirmedAt, status, open } = shared;
  return (
    <li class="card consent">
      <div class="consent-head">
        <h3>{t('shared.line', { organization, date: day(deliveredAt ?? requestedAt) })}</h3>
        <Chip
          tone={status === 'delivered' && open.length > 0 ? 'good' : 'plain'}
          icon={status === 'queued' ? 'clock' : open.length > 0 ? 'check' : 'x'}
        >
          {statusWords(shared, speech)}
        </Chip>
      </div>
      <RecordList records={shared.records} speech={speech} />
      <p>{t('purpose', { purpose: purpose(shared.purpose) })}</p>
      {deletionConfirmedAt && <p>{t('shared.deleted', { date: day(deletionConfirmedAt) })}</p>}
      {status === 'delivered' && shared.closed.length > 0 && !deletionConfirmedAt && (
        <p>{t('shared.notDeleted')}</p>
      )}
    </li>
  );
}

function statusWords({ status, open, closed, until }: Shared, { t, day }: ConsentSpeech): string {
  if (status === 'queued') return t('shared.queued');
  if (status === 'cancelled') return t('shared.cancelled');
  if (open.length === 0) return t('shared.closed');
  return closed.length > 0 || !until ? t('shared.part') : t('shared.open', { date: day(until) });
}
