import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SurveyView } from '../../api/surveys.ts';
import { useSession } from '../../state/session.tsx';
import { sayDate } from '../../text/say-date.ts';
import { Button } from '../button.tsx';
import { mayEditSurveyOf, mayReadSurveyNames } from '../work/may.ts';
import { NamedAnswers } from './named-answers.tsx';
import { PaperEntry } from './paper-entry.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { SurveyEditor } from './survey-editor.tsx';
import { SurveyResults } from './survey-results.tsx';
import { SurveyRunning } from './survey-running.tsx';
import { answersWords, stateWords } from './survey-words.ts';
import { useSurveys } from './use-surveys.ts';

interface SurveyPageProps {
  survey: SurveyView;
  part: string | undefined;
  onChanged(survey: SurveyView): void;
}

/** One survey: being written, open, or counted; its paper, and where that is typed in. */
export function SurveyPage({ survey, part, onChanged }: SurveyPageProps) {
  const { t, main } = useSurveys();
  const { query } = useLocation();
  const schoolId = survey.links.find((link) => link.schoolId === query.school)?.schoolId;
  const language = survey.languages.find((each) => each === main.language) ?? survey.languages[0] ?? 'en';
  if (schoolId !== undefined && (part === 'paper' || part === 'enter'))
    return (
      <>
        <p class="small no-print">
          <a href={`/surveys/${survey.id}`}>{t('paper.back')}</a>
        </p>
        {part === 'paper' ? (
          <PaperSheet survey={survey} schoolId={schoolId} language={language} />
        ) : (
          <>
            <h1>{t('enter.title')}</h1>
            <PaperEntry survey={survey} schoolId={schoolId} />
          </>
        )}
      </>
    );
  return <Main survey={survey} part={undefined} onChanged={onChanged} />;
}

function Main({ survey, onChanged }: SurveyPageProps) {
  const voice = useSurveys();
  const { t, say, main } = voice;
  const grants = useSession().account?.grants ?? [];
  const { state, districtId, schoolIds, countedAt } = survey;
  const mayEdit = useMemo(
    () => mayEditSurveyOf(grants, districtId, schoolIds),
    [grants, districtId, schoolIds],
  );
  const facts = [
    t(`audience.${survey.audience}`),
    survey.term,
    stateWords(survey, voice),
    answersWords(survey, voice),
  ];
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{say(survey.title)}</h1>
          <p class="muted">{facts.join(' · ')}</p>
          {countedAt && (
            <p class="print-only small">{t('results.printed', { date: sayDate(main, countedAt) })}</p>
          )}
        </div>
        {state === 'counted' && (
          <Button class="no-print" icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        )}
      </header>
      {state === 'draft' && mayEdit && <SurveyEditor survey={survey} onChanged={onChanged} />}
      {state !== 'draft' && state !== 'counted' && (
        <SurveyRunning survey={survey} mayEdit={mayEdit} onChanged={onChanged} />
      )}
      {state === 'counted' && <SurveyResults survey={survey} />}
      {survey.named && state !== 'draft' && mayReadSurveyNames(grants, districtId, schoolIds) && (
        <NamedAnswers surveyId={survey.id} />
      )}
    </>
  );
}
