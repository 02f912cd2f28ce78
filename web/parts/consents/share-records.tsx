import { useState } from 'preact/hooks';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import { type Consent, type ConsentsPage, sendDisclosure } from '../../api/consents.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import { Field, SelectField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { type ChosenOrganization, OrganizationField } from './organization-field.tsx';
import { RecordsField } from './records-field.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface ShareRecordsProps {
  page: ConsentsPage;
  live: readonly Consent[];
  speech: ConsentSpeech;
  onShared(): void;
}

/** Sends what a live consent allows, all of it or less. */
export function ShareRecords({ page, live, speech, onShared }: ShareRecordsProps) {
  const { t } = speech;
  const [consentId, setConsentId] = useState(live[0]?.id ?? '');
  const consent = live.find(({ id }) => id === consentId) ?? live[0];
  const [records, setRecords] = useState<RecordCategory[]>([]);
  const [organization, setOrganization] = useState<ChosenOrganization | null>(null);
  const [message, setMessage] = useState('');
  const [errors, setErrors] = useState<string[]>([]);
  const [turn, setTurn] = useState(0);
  if (!consent) return null;
  const { recipient, purpose } = consent;
  const organizationId = recipient.kind === 'organization' ? recipient.id : organization?.id;
  const chosen = records.filter((record) => consent.records.includes(record));
  const refuse = (said: string[]) => {
    setErrors(said);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const missing = [
      ...(organizationId ? [] : [t('miss.who')]),
      ...(chosen.length > 0 ? [] : [t('miss.what')]),
    ];
    if (missing.length > 0 || !organizationId) return refuse(missing);
    const word = message.trim();
    const asked = { organizationId, records: chosen, purpose, ...(word && { message: word }) };
    const sent = await sendDisclosure(page.student.id, asked).then(
      () => true,
      (error: unknown) => {
        refuse([t(error instanceof Problem && error.code === 'no-consent' ? 'share.noConsent' : 'failed')]);
        return false;
      },
    );
    if (!sent) return;
    setErrors([]);
    setRecords([]);
    setMessage('');
    onShared();
  };
  return (
    <form class="editor no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('miss.title')} errors={errors} turn={turn} />
      <SelectField
        label={t('share.with')}
        value={consent.id}
        options={live.map((one) => ({
          value: one.id,
          label: `${speech.recipient(one.recipient)} – ${speech.purpose(one.purpose)}`,
        }))}
        onChange={setConsentId}
      />
      {recipient.kind === 'class' && (
        <OrganizationField
          chosen={organization}
          onChoose={setOrganization}
          terms={recipient.terms}
          error={errors.includes(t('miss.who')) ? t('miss.who') : undefined}
        />
      )}
      <RecordsField
        legend={t('share.what')}
        among={consent.records}
        chosen={chosen}
        onChange={setRecords}
        error={errors.includes(t('miss.what')) ? t('miss.what') : undefined}
        speech={speech}
      />
      <Field label={t('share.message')} hint={t('share.hint')}>
        {(control) => (
          <textarea
            id={control.id}
            aria-describedby={control['aria-describedby']}
            rows={3}
            maxLength={1000}
            value={message}
            onInput={(event) => setMessage(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" look="primary">
          {t('share.do')}
        </Button>
      </div>
    </form>
  );
}
