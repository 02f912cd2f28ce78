import { useState } from 'preact/hooks';
import type { ConsentTerms } from '../../../core/consents/consent.ts';
import { lastDay } from '../../../core/consents/last-day.ts';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import type { ConsentWords } from '../../api/consents.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { TermSelect } from '../work/term-select.tsx';
import { Choice } from './choice.tsx';
import { type ConsentDraft, localDay, type MissingPart, missingParts, termsOf } from './consent-draft.ts';
import { OrganizationField } from './organization-field.tsx';
import { RecordsField } from './records-field.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface TermsFormProps {
  draft: ConsentDraft;
  onChange(part: Partial<ConsentDraft>): void;
  words: ConsentWords;
  speech: ConsentSpeech;
  /** Fetches the form's text; what goes wrong is said below. */
  show(terms: ConsentTerms): Promise<unknown>;
}

/** With whom, what, what for, until when and in which language: then the form can be shown. */
export function TermsForm({ draft, onChange, words, speech, show }: TermsFormProps) {
  const { t, purpose } = speech;
  const { language } = useVoice();
  const today = localDay(new Date());
  const [missing, setMissing] = useState<MissingPart[]>([]);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = missingParts(draft, today);
    setMissing(found);
    setFailed(false);
    if (found.length > 0) return setTurn((last) => last + 1);
    await show(termsOf(draft)).catch(() => {
      setFailed(true);
      setTurn((last) => last + 1);
    });
  };
  const wrong = (part: MissingPart) => (missing.includes(part) ? t(`miss.${part}`) : undefined);
  return (
    <form class="editor no-print" noValidate onSubmit={submit}>
      <ErrorSummary
        title={t('miss.title')}
        errors={[wrong('who'), wrong('what'), wrong('until'), failed ? t('failed') : undefined]}
        turn={turn}
      />
      <Choice
        legend={t('who')}
        value={draft.kind}
        options={[
          { value: 'organization', label: t('who.organization') },
          { value: 'class', label: t('who.class') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'organization' ? (
        <OrganizationField
          chosen={draft.organization}
          onChoose={(organization) => onChange({ organization })}
          error={wrong('who')}
        />
      ) : (
        <TermSelect
          label={t('who.term')}
          placeholder={t('who.choose')}
          value={draft.term}
          onChange={(term) => onChange({ term })}
        />
      )}
      <RecordsField
        legend={t('what')}
        among={Object.keys(words.records[language]) as RecordCategory[]}
        chosen={draft.records}
        onChange={(records) => onChange({ records })}
        error={wrong('what')}
        speech={speech}
      />
      <Choice
        legend={t('for')}
        value={draft.purpose}
        options={Object.keys(words.purposes[language]).map((code) => ({ value: code, label: purpose(code) }))}
        onChange={(code) => onChange({ purpose: code })}
      />
      <TextField
        type="date"
        label={t('until')}
        hint={t('until.hint')}
        error={wrong('until')}
        value={draft.until}
        min={today}
        max={lastDay(today)}
        onInput={(event) => onChange({ until: event.currentTarget.value })}
      />
      <Choice
        legend={t('language')}
        value={draft.language}
        options={[
          { value: 'en', label: t('language.en') },
          { value: 'es', label: t('language.es') },
        ]}
        onChange={(chosen) => onChange({ language: chosen })}
      />
      <div>
        <Button type="submit" look="primary">
          {t('show')}
        </Button>
      </div>
    </form>
  );
}
