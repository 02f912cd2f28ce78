import { useState } from 'preact/hooks';
import type { Consent } from '../../api/consents.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { type ConsentSpeech, formCode } from './use-consent-words.ts';
import { WithdrawConsent } from './withdraw-consent.tsx';

interface ConsentItemProps {
  consent: Consent;
  speech: ConsentSpeech;
  /** Absent for who may not withdraw. */
  withdraw?: ((reason: string) => Promise<unknown>) | undefined;
}

/** One consent: who may have what, until when, who signed; the text that was signed and the way to take it back. */
export function ConsentItem({ consent, speech, withdraw }: ConsentItemProps) {
  const { t, day, recipient, purpose } = speech;
  const [asking, setAsking] = useState(false);
  const live = consent.state === 'live';
  const name = recipient(consent.recipient);
  return (
    <li class="card consent" id={`consent-${consent.id}`}>
      <div class="consent-head">
        <h3>{t(live ? 'may' : 'may.past', { recipient: name })}</h3>
        <StateChip consent={consent} speech={speech} />
      </div>
      <RecordList records={consent.records} speech={speech} />
      <p>{t('purpose', { purpose: purpose(consent.purpose) })}</p>
      <p class="small muted">
        {t('signed', {
          name: consent.signer,
          relation: t(`relation.${consent.relation}`),
          date: day(consent.signedAt),
          method: t(`method.${consent.method}`),
        })}
      </p>
      {consent.withdrawalReason && <p class="small">{t('reason', { reason: consent.withdrawalReason })}</p>}
      <details class="no-print">
        <summary>{t('formSigned')}</summary>
        <div class="form-text" lang={consent.language}>
          {consent.text}
        </div>
        <p class="small muted">{t('code', { code: formCode(consent.textHash) })}</p>
      </details>
      {live && withdraw && !asking && (
        <div class="no-print">
          <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
        </div>
      )}
      {live && withdraw && asking && (
        <WithdrawConsent
          recipient={name}
          speech={speech}
          withdraw={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

export function RecordList({ records, speech }: { records: Consent['records']; speech: ConsentSpeech }) {
  return (
    <ul class="record-list">
      {records.map((record) => (
        <li key={record}>{speech.record(record)}</li>
      ))}
    </ul>
  );
}

function StateChip({ consent, speech: { t, day } }: { consent: Consent; speech: ConsentSpeech }) {
  const { state, expiresAt, withdrawnAt, signedAt } = consent;
  if (state === 'live')
    return (
      <Chip tone="good" icon="check">
        {t('state.live', { date: day(expiresAt) })}
      </Chip>
    );
  if (state === 'withdrawn')
    return <Chip icon="x">{t('state.withdrawn', { date: day(withdrawnAt ?? expiresAt) })}</Chip>;
  if (state === 'rights-passed') return <Chip icon="x">{t('state.rights-passed')}</Chip>;
  if (state === 'not-yet') return <Chip icon="clock">{t('state.not-yet', { date: day(signedAt) })}</Chip>;
  return <Chip icon="clock">{t('state.expired', { date: day(expiresAt) })}</Chip>;
}
