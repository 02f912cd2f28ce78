import { useState } from 'preact/hooks';
import { QUESTION_KINDS, type SurveyQuestion } from '../../../core/surveys/question.ts';
import type { SurveyLanguage } from '../../../core/surveys/words.ts';
import { useSetting } from '../../state/config.tsx';
import { makeUuid } from '../../state/make-uuid.ts';
import { Button } from '../button.tsx';
import { CheckField, Field, SelectField, TextField } from '../field.tsx';
import { madeQuestion, NO_QUESTION, type OwnQuestion } from './own-question.ts';
import { withWords } from './survey-draft.ts';
import { type SurveyVoice, useSurveys } from './use-surveys.ts';

interface OwnQuestionFormProps {
  languages: readonly SurveyLanguage[];
  onAdd(question: SurveyQuestion): void;
}

interface PartProps {
  own: OwnQuestion;
  languages: readonly SurveyLanguage[];
  voice: SurveyVoice;
  onChange(own: OwnQuestion): void;
}

/** A question of one's own, in every language of the survey. */
export function OwnQuestionForm({ languages, onAdd }: OwnQuestionFormProps) {
  const voice = useSurveys();
  const { t } = voice;
  const [own, setOwn] = useState(NO_QUESTION);
  const [isMissing, setMissing] = useState(false);
  const add = () => {
    const made = madeQuestion(own, languages, `own-${makeUuid()}`);
    setMissing(!made);
    if (!made) return;
    onAdd(made);
    setOwn(NO_QUESTION);
  };
  const parts = { own, languages, voice, onChange: setOwn };
  return (
    <details class="survey-own">
      <summary>{t('edit.own')}</summary>
      <div class="stack">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t('edit.ownText', { language: t(`language.${language}`) })}
            value={own.text[language] ?? ''}
            onInput={(event) =>
              setOwn({ ...own, text: withWords(own.text, language, event.currentTarget.value) })
            }
          />
        ))}
        <SelectField
          label={t('edit.ownKind')}
          value={own.kind}
          options={QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) =>
            setOwn({ ...own, kind: QUESTION_KINDS.find((each) => each === value) ?? own.kind })
          }
        />
        {(own.kind === 'one' || own.kind === 'many') && <Options {...parts} />}
        {own.kind === 'scale' && <Ends {...parts} />}
        {own.kind === 'needs' && <Terms {...parts} />}
        {isMissing && (
          <p class="field-error" role="alert">
            {t('edit.ownMissing')}
          </p>
        )}
        <p>
          <Button onClick={add}>{t('edit.ownAdd')}</Button>
        </p>
      </div>
    </details>
  );
}

function Options({ own, languages, voice: { t }, onChange }: PartProps) {
  return languages.map((language) => (
    <Field key={language} label={t('edit.ownOptions', { language: t(`language.${language}`) })}>
      {(control) => (
        <textarea
          {...control}
          rows={4}
          value={own.options[language] ?? ''}
          onInput={(event) =>
            onChange({ ...own, options: { ...own.options, [language]: event.currentTarget.value } })
          }
        />
      )}
    </Field>
  ));
}

function Ends({ own, languages, voice: { t }, onChange }: PartProps) {
  return languages.flatMap((language) =>
    (['low', 'high'] as const).map((end) => (
      <TextField
        key={`${language} ${end}`}
        label={t(end === 'low' ? 'edit.ownLow' : 'edit.ownHigh', { language: t(`language.${language}`) })}
        value={own[end][language] ?? ''}
        onInput={(event) =>
          onChange({ ...own, [end]: withWords(own[end], language, event.currentTarget.value) })
        }
      />
    )),
  );
}

/** Groups of the taxonomy: narrow enough to answer, few enough to read. */
function Terms({ own, voice: { t, main }, onChange }: PartProps) {
  const { terms } = useSetting();
  const groups = terms.childrenOf(null).flatMap(({ id }) => terms.childrenOf(id));
  return (
    <fieldset class="survey-checks">
      <legend>{t('edit.ownTerms')}</legend>
      {groups.map(({ id }) => (
        <CheckField
          key={id}
          label={terms.label(id, main.language)}
          checked={own.terms.includes(id)}
          onChange={(on) =>
            onChange({ ...own, terms: on ? [...own.terms, id] : own.terms.filter((each) => each !== id) })
          }
        />
      ))}
    </fieldset>
  );
}
