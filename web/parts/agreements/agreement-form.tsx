import { useState } from 'preact/hooks';
import type { AgreementFacts } from '../../../core/agreements/agreement.ts';
import type { DocumentKind } from '../../../core/agreements/agreement-rules.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import { OrganizationField } from '../consents/organization-field.tsx';
import { CheckField, Field, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { type AgreementDraft, type DraftPart, factsOf, missingParts } from './agreement-draft.ts';
import { ContactsFields } from './contacts-fields.tsx';
import { PromisesFields } from './promises-fields.tsx';
import { SchoolsField } from './schools-field.tsx';
import { useAgreements } from './use-agreements.ts';

interface AgreementFormProps {
  first: AgreementDraft;
  kinds: readonly DocumentKind[];
  /** A new one; of a known one the partner stays. */
  isNew: boolean;
  save(facts: AgreementFacts, organizationId: string): Promise<unknown>;
  onCancel(): void;
}

/** Everything that is agreed, in one form. What was typed stays through errors. */
export function AgreementForm({ first, kinds, isNew, save, onCancel }: AgreementFormProps) {
  const { t } = useAgreements(kinds);
  const [draft, setDraft] = useState(first);
  const [missing, setMissing] = useState<DraftPart[]>([]);
  const [failed, setFailed] = useState<string>();
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<AgreementDraft>) => setDraft((before) => ({ ...before, ...part }));
  // What has been put right since is not wrong any more.
  const still = missingParts(draft).filter((part) => missing.includes(part));
  const wrong = (part: DraftPart) => (still.includes(part) ? t(`miss.${part}`) : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = missingParts(draft);
    setMissing(found);
    setFailed(undefined);
    if (found.length > 0) return setTurn((last) => last + 1);
    setBusy(true);
    await save(factsOf(draft), draft.organization!.id).catch((error: unknown) => {
      setFailed(failureWords(error, t));
      setTurn((last) => last + 1);
      setBusy(false);
    });
  };
  return (
    <form class="editor agreement-form no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('miss.title')} errors={[...still.map(wrong), failed]} turn={turn} />
      {isNew && (
        <OrganizationField
          chosen={draft.organization}
          onChoose={(organization) => change({ organization })}
          error={wrong('organization')}
        />
      )}
      <TextField
        label={t('form.titleField')}
        hint={t('form.titleHint')}
        value={draft.title}
        maxLength={200}
        error={wrong('subject')}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      <SchoolsField draft={draft} onChange={change} error={wrong('schools')} />
      <div class="row">
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <TextField
            key={field}
            type="date"
            label={t(`form.${field}`)}
            value={draft[field]}
            error={wrong('dates')}
            onInput={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <PromisesFields
        promises={draft.promises}
        onChange={(promises) => change({ promises })}
        error={wrong('promises')}
      />
      <DemandsField kinds={kinds} demands={draft.demands} onChange={(demands) => change({ demands })} />
      <ContactsFields
        contacts={draft.contacts}
        onChange={(contacts) => change({ contacts })}
        error={wrong('contacts')}
      />
      <Field label={t('note')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={draft.note}
            onInput={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface DemandsFieldProps {
  kinds: readonly DocumentKind[];
  demands: readonly string[];
  onChange(demands: string[]): void;
}

function DemandsField({ kinds, demands, onChange }: DemandsFieldProps) {
  const { t, paper } = useAgreements(kinds);
  return (
    <fieldset>
      <legend>{t('form.demands')}</legend>
      {kinds.map(({ code }) => (
        <CheckField
          key={code}
          label={paper(code)}
          checked={demands.includes(code)}
          onChange={(is) => onChange(is ? [...demands, code] : demands.filter((other) => other !== code))}
        />
      ))}
    </fieldset>
  );
}

/** What of a refusal people can do something about is said in the server's words. */
export function failureWords(error: unknown, t: ReturnType<typeof useAgreements>['t']): string {
  if (!(error instanceof Problem)) return t('failed');
  if (error.code === 'agreement-changed') return t('changed');
  return error.code === 'promise-delivered' ? error.message : t('failed');
}
