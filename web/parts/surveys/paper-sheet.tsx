import { choicesOf } from '../../../core/surveys/question.ts';
import { shownCode } from '../../../core/surveys/survey-code.ts';
import type { SurveyLanguage } from '../../../core/surveys/words.ts';
import type { SurveyView } from '../../api/surveys.ts';
import { QrPicture } from '../accounts/qr-picture.tsx';
import { Button } from '../button.tsx';
import { surveyAddress } from './survey-address.ts';
import { useSurveys } from './use-surveys.ts';

interface PaperSheetProps {
  survey: SurveyView;
  schoolId: string;
  language: SurveyLanguage;
}

/** The survey as it is printed: boxes with numbers, by which it is typed in. */
export function PaperSheet({ survey, schoolId, language }: PaperSheetProps) {
  const { t, say, choice, school } = useSurveys(language);
  const { code } = survey.links.find((link) => link.schoolId === schoolId) ?? {};
  return (
    <article class="survey-paper stack" lang={language}>
      <header class="survey-paper-head">
        <div class="stack-tight">
          <h1>{say(survey.title)}</h1>
          <p>{school(schoolId)}</p>
          {survey.intro && <p>{say(survey.intro)}</p>}
          <p>{t('paper.tick')}</p>
        </div>
        {code && (
          <div class="survey-paper-code">
            <QrPicture
              text={surveyAddress(location.origin, code)}
              label={t('run.qr', { school: school(schoolId) })}
            />
            <p class="small">
              {t('paper.code', { address: `${location.host}/survey`, code: shownCode(code) })}
            </p>
          </div>
        )}
      </header>
      <p class="no-print">
        <Button look="primary" icon="printer" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      <ol class="survey-paper-questions">
        {survey.questions.map((question) => (
          <li key={question.id}>
            <p>
              <strong>{say(question.text)}</strong>
            </p>
            {question.kind === 'text' ? (
              <div class="survey-lines" aria-hidden="true" />
            ) : (
              <ul class="plain-list survey-paper-boxes">
                {choicesOf(question).map((each, at) => (
                  <li key={each}>
                    <span class="survey-box">{at + 1}</span>{' '}
                    {question.kind !== 'scale' && choice(question, each)}
                    {question.kind === 'scale' && at === 0 && say(question.low)}
                    {question.kind === 'scale' && at === 4 && say(question.high)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {survey.named && (
        <div class="stack-tight">
          <p>{t('paper.name')} ____________________________</p>
          <p>{t('paper.student')} ____________________________</p>
          <p>
            <span class="survey-box" /> {t('paper.may')}
          </p>
        </div>
      )}
    </article>
  );
}
