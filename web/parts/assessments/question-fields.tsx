import type { AssessmentQuestion } from '../../../core/assessments/question-list.ts';
import { SURVEY_LANGUAGES } from '../../../core/surveys/words.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import type { AssessmentSpeech } from './use-assessments.ts';

interface QuestionFieldsProps {
  question: AssessmentQuestion;
  number: number;
  voice: AssessmentSpeech;
  /** Null takes it out. */
  onChange(question: AssessmentQuestion | null): void;
}

/** The words of one question in both languages. */
export function QuestionFields({ question, number, voice, onChange }: QuestionFieldsProps) {
  const { t, words } = voice;
  const said = words(question.text);
  return (
    <fieldset class="question-fields">
      <legend>{t('own.question', { n: number })}</legend>
      {SURVEY_LANGUAGES.map((language) => (
        <TextField
          key={language}
          label={t(`own.${language}`)}
          lang={language}
          value={question.text[language] ?? ''}
          maxLength={500}
          onInput={({ currentTarget: { value } }) => {
            const { [language]: _, ...others } = question.text;
            onChange({ ...question, text: value ? { ...question.text, [language]: value } : others });
          }}
        />
      ))}
      <Button
        look="quiet"
        aria-label={t('own.remove', { question: said || t('own.question', { n: number }) })}
        onClick={() => onChange(null)}
      >
        {t('own.removeShort')}
      </Button>
    </fieldset>
  );
}
