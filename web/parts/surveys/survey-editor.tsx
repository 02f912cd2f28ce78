import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SurveyDraft } from '../../../core/surveys/survey.ts';
import type { Problem } from '../../api/problem.ts';
import { changeSurvey, createSurvey, deleteSurvey, openSurvey, type SurveyView } from '../../api/surveys.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState } from '../states.tsx';
import { mayEditSurveyOf } from '../work/may.ts';
import { QuestionList } from './question-list.tsx';
import { draftOf, draftToSend, newDraft, surveyFaults } from './survey-draft.ts';
import { SurveyFields } from './survey-fields.tsx';
import { useSurveys } from './use-surveys.ts';

interface SurveyEditorProps {
  /** Absent: one that is begun. */
  survey?: SurveyView | undefined;
  onChanged(survey: SurveyView): void;
}

/** Writes a survey until it is opened. What was typed stays through every refusal. */
export function SurveyEditor({ survey, onChanged }: SurveyEditorProps) {
  const { t } = useSurveys();
  const { draft, setDraft, faults, problem, saved, save, open, drop } = useEditing({ survey, onChanged });
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {faults.length > 0 && (
        <div class="error-summary" role="alert">
          <p>{t('edit.faults')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{t(`fault.${fault}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {problem && <ErrorState problem={problem} />}
      <SurveyFields draft={draft} onChange={setDraft} />
      <QuestionList
        questions={draft.questions}
        audience={draft.audience}
        languages={draft.languages}
        onChange={(questions) => setDraft({ ...draft, questions })}
      />
      <p role="status">{saved ? t('edit.saved') : ''}</p>
      <div class="row">
        <Button type="submit" look={survey ? 'plain' : 'primary'}>
          {t('edit.save')}
        </Button>
        {survey && (
          <>
            <Button look="primary" disabled={draft.questions.length === 0} onClick={open}>
              {t('edit.open')}
            </Button>
            <Button look="quiet" onClick={drop}>
              {t('edit.delete')}
            </Button>
          </>
        )}
      </div>
      {survey && <p class="muted small">{t('edit.openHint')}</p>}
    </form>
  );
}

function useEditing({ survey, onChanged }: SurveyEditorProps) {
  const { schools } = useSetting();
  const grants = useSession().account?.grants ?? [];
  const { route } = useLocation();
  const [draft, setDraft] = useState<SurveyDraft>(() => {
    const own = schools.filter((school) => mayEditSurveyOf(grants, school.districtId, [school.id]));
    return survey
      ? draftOf(survey)
      : newDraft(
          new Date(),
          own.map(({ id }) => id),
        );
  });
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    setSaved(false);
    await work().catch((error: unknown) => setProblem(asProblem(error)));
  };
  const store = async (): Promise<SurveyView | undefined> => {
    setAsked(true);
    if (surveyFaults(draft).length > 0) {
      scrollTo(0, 0);
      return undefined;
    }
    const sent = draftToSend(draft);
    return survey ? changeSurvey(survey.id, survey.version, sent) : createSurvey(sent);
  };
  return {
    draft,
    setDraft: (next: SurveyDraft) => {
      setSaved(false);
      setDraft(next);
    },
    faults: isAsked ? surveyFaults(draft) : [],
    problem,
    saved,
    save: () =>
      attempt(async () => {
        const stored = await store();
        if (!stored) return;
        setSaved(true);
        onChanged(stored);
      }),
    open: () =>
      attempt(async () => {
        const stored = await store();
        if (stored) onChanged(await openSurvey(stored.id, stored.version));
      }),
    drop: () =>
      attempt(async () => {
        if (survey) await deleteSurvey(survey.id);
        route('/surveys');
      }),
  };
}
