import { AUDIENCES } from '../../../core/surveys/question-bank.ts';
import type { SurveyDraft } from '../../../core/surveys/survey.ts';
import { SURVEY_LANGUAGES } from '../../../core/surveys/words.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { CheckField, Field, SelectField, TextField } from '../field.tsx';
import { mayEditSurveyOf } from '../work/may.ts';
import { withWords } from './survey-draft.ts';
import { useSurveys } from './use-surveys.ts';

interface SurveyFieldsProps {
  draft: SurveyDraft;
  onChange(draft: SurveyDraft): void;
}

/** Everything of a survey but its questions. */
export function SurveyFields({ draft, onChange }: SurveyFieldsProps) {
  const { t } = useSurveys();
  const change = (part: Partial<SurveyDraft>) => onChange({ ...draft, ...part });
  return (
    <div class="stack">
      <Checks
        legend={t('edit.languages')}
        all={SURVEY_LANGUAGES.map((id) => ({ id, label: t(`language.${id}`) }))}
        chosen={draft.languages}
        onChange={(ids) => change({ languages: SURVEY_LANGUAGES.filter((each) => ids.includes(each)) })}
      />
      <Texts draft={draft} onChange={onChange} />
      <SelectField
        label={t('edit.audience')}
        value={draft.audience}
        options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
        onChange={(value) => change({ audience: AUDIENCES.find((each) => each === value) ?? draft.audience })}
      />
      <TextField
        label={t('edit.term')}
        hint={t('edit.termHint')}
        value={draft.term}
        onInput={(event) => change({ term: event.currentTarget.value })}
      />
      <div class="controls">
        <TextField
          type="date"
          label={t('edit.opens')}
          value={draft.opensOn}
          onInput={(event) => change({ opensOn: event.currentTarget.value })}
        />
        <TextField
          type="date"
          label={t('edit.closes')}
          value={draft.closesOn}
          onInput={(event) => change({ closesOn: event.currentTarget.value })}
        />
      </div>
      <Schools draft={draft} onChange={onChange} />
      <CheckField
        label={
          <>
            {t('edit.named')} <span class="muted small">{t('edit.namedHint')}</span>
          </>
        }
        checked={draft.named}
        onChange={(named) => change({ named })}
      />
    </div>
  );
}

function Texts({ draft, onChange }: SurveyFieldsProps) {
  const { t } = useSurveys();
  return draft.languages.map((language) => {
    const named = { language: t(`language.${language}`) };
    return (
      <div key={language} class="stack-tight" lang={language}>
        <TextField
          label={t('edit.title', named)}
          value={draft.title[language] ?? ''}
          onInput={(event) =>
            onChange({ ...draft, title: withWords(draft.title, language, event.currentTarget.value) })
          }
        />
        <Field label={t('edit.intro', named)} hint={t('edit.introHint')}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              value={draft.intro?.[language] ?? ''}
              onInput={(event) =>
                onChange({ ...draft, intro: withWords(draft.intro, language, event.currentTarget.value) })
              }
            />
          )}
        </Field>
      </div>
    );
  });
}

function Schools({ draft, onChange }: SurveyFieldsProps) {
  const { t } = useSurveys();
  const { schools } = useSetting();
  const grants = useSession().account?.grants ?? [];
  const open = schools.filter((school) => mayEditSurveyOf(grants, school.districtId, [school.id]));
  return (
    <Checks
      legend={t('edit.schools')}
      hint={t('edit.schoolsHint')}
      all={open.map(({ id, name }) => ({ id, label: name }))}
      chosen={draft.schoolIds}
      onChange={(schoolIds) => onChange({ ...draft, schoolIds })}
    />
  );
}

interface ChecksProps {
  legend: string;
  hint?: string;
  all: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange(ids: string[]): void;
}

function Checks({ legend, hint, all, chosen, onChange }: ChecksProps) {
  return (
    <fieldset class="survey-checks">
      <legend>{legend}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      {all.map(({ id, label }) => (
        <CheckField
          key={id}
          label={label}
          checked={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  );
}
