import { useState } from 'preact/hooks';
import type { Method, Signer, SignerRelation } from '../../../core/consents/consent.ts';
import type { PossibleSigner } from '../../api/consents.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { Choice } from './choice.tsx';
import { localDay } from './consent-draft.ts';
import { signProblem } from './sign-problem.ts';
import type { ConsentText } from './use-consent-words.ts';

interface RecordPaperProps {
  signers: readonly PossibleSigner[];
  alone: boolean;
  t: ConsentText;
  record(signed: { signer: Signer; method: Method; signedAt: string }): Promise<unknown>;
}

/** What the school writes down of a form that was signed on paper or in its presence. */
export function RecordPaper({ signers, alone, t, record }: RecordPaperProps) {
  const [contactId, setContactId] = useState(alone ? '' : (signers[0]?.id ?? ''));
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<SignerRelation>(alone ? 'self' : 'parent');
  const [method, setMethod] = useState<Method>('paper');
  const [signedAt, setSignedAt] = useState(() => localDay(new Date()));
  const [errors, setErrors] = useState<string[]>([]);
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const contact = signers.find(({ id }) => id === contactId);
  const refuse = (said: string[]) => {
    setErrors(said);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const missing = [
      ...(contact || name.trim() ? [] : [t('miss.signer')]),
      ...(signedAt ? [] : [t('miss.date')]),
    ];
    if (missing.length > 0) return refuse(missing);
    const signer: Signer = contact
      ? { name: contact.name, relation: contact.relation, contactId: contact.id }
      : { name: name.trim(), relation };
    setErrors([]);
    setBusy(true);
    await record({ signer, method, signedAt }).catch((error) => refuse(signProblem(error, t)));
    setBusy(false);
  };
  const wrong = (text: string) => (errors.includes(text) ? text : undefined);
  return (
    <form class="editor no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('notRecorded')} errors={errors} turn={turn} />
      <h3>{t('paper.title')}</h3>
      <p>{t('paper.lead')}</p>
      {signers.length > 0 && !alone && (
        <SelectField
          label={t('paper.signer')}
          value={contactId}
          options={[
            ...signers.map(({ id, name: known, relation: is }) => ({
              value: id,
              label: `${known} (${t(`relation.${is}`)})`,
            })),
            { value: '', label: t('paper.other') },
          ]}
          onChange={setContactId}
        />
      )}
      {!contact && (
        <TextField
          label={t('paper.name')}
          value={name}
          maxLength={200}
          error={wrong(t('miss.signer'))}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      )}
      {!contact && !alone && (
        <SelectField
          label={t('paper.relation')}
          value={relation}
          options={(['parent', 'guardian'] as const).map((value) => ({
            value,
            label: t(`relation.${value}`),
          }))}
          onChange={(value) => setRelation(value as SignerRelation)}
        />
      )}
      <Choice<Method>
        legend={t('paper.how')}
        value={method}
        options={(['paper', 'in-person'] as const).map((value) => ({ value, label: t(`method.${value}`) }))}
        onChange={setMethod}
      />
      <TextField
        type="date"
        label={t('paper.date')}
        value={signedAt}
        max={localDay(new Date())}
        error={wrong(t('miss.date'))}
        onInput={(event) => setSignedAt(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t('paper.do')}
        </Button>
      </div>
    </form>
  );
}
