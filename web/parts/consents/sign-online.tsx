import { useState } from 'preact/hooks';
import type { Signer, SignerRelation } from '../../../core/consents/consent.ts';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { signProblem } from './sign-problem.ts';
import type { ConsentText } from './use-consent-words.ts';

interface SignOnlineProps {
  /** The student signs, being of age; else a parent or guardian. */
  alone: boolean;
  t: ConsentText;
  sign(signer: Signer): Promise<unknown>;
}

/** The family's or the student's own signature: the typed name and a box that says yes. */
export function SignOnline({ alone, t, sign }: SignOnlineProps) {
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<SignerRelation>(alone ? 'self' : 'parent');
  const [agreed, setAgreed] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const refuse = (said: string[]) => {
    setErrors(said);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const missing = [...(name.trim() ? [] : [t('miss.name')]), ...(agreed ? [] : [t('miss.agree')])];
    if (missing.length > 0) return refuse(missing);
    setErrors([]);
    setBusy(true);
    await sign({ name: name.trim(), relation }).catch((error) => refuse(signProblem(error, t)));
    setBusy(false);
  };
  return (
    <form class="editor no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('notRecorded')} errors={errors} turn={turn} />
      <h3>{t('sign.online')}</h3>
      <TextField
        label={t('sign.name')}
        value={name}
        maxLength={200}
        autocomplete="name"
        error={errors.includes(t('miss.name')) ? t('miss.name') : undefined}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {!alone && (
        <SelectField
          label={t('sign.relation')}
          value={relation}
          options={(['parent', 'guardian'] as const).map((value) => ({
            value,
            label: t(`relation.${value}`),
          }))}
          onChange={(value) => setRelation(value as SignerRelation)}
        />
      )}
      <CheckField label={t('sign.agree')} checked={agreed} onChange={setAgreed} />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t('sign.do')}
        </Button>
      </div>
    </form>
  );
}
