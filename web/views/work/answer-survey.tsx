import './work.css';
import './surveys.css';
import { useEffect, useState } from 'preact/hooks';
import { shownCode, typedSurveyCode } from '../../../core/surveys/survey-code.ts';
import type { Problem } from '../../api/problem.ts';
import { lookAtForm, type SurveyForm } from '../../api/surveys.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { EmptyState, Skeleton, useProblemText } from '../../parts/states.tsx';
import { toSend } from '../../parts/surveys/answer-draft.ts';
import { AnswerForm } from '../../parts/surveys/answer-form.tsx';
import { useSurveys } from '../../parts/surveys/use-surveys.ts';
import { useWaiting } from '../../parts/surveys/use-waiting.ts';
import { makeUuid } from '../../state/make-uuid.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { isShut } from '../../state/waiting-answers.ts';
import { sayDate } from '../../text/say-date.ts';

/** Answers a survey by the code of a link, also where there is no network. */
export default function AnswerSurveyView() {
  const { t, say } = useSurveys();
  const [code, setCode] = useState(() => typedSurveyCode(location.hash));
  const waiting = useWaiting();
  const { form, problem } = useForm(code, waiting.kept);
  const [isSent, setSent] = useState(false);
  useTitle(form ? say(form.title) : t('answer.title'));
  const next = () => {
    setSent(false);
    scrollTo(0, 0);
  };
  return (
    <div class="page survey-page">
      <Waiting waiting={waiting} />
      {problem || !code ? (
        <CodeForm problem={problem} onCode={setCode} />
      ) : !form ? (
        <Skeleton lines={8} />
      ) : isSent ? (
        <Thanks left={waiting.open.length} onNext={next} />
      ) : form.state === 'open' ? (
        <AnswerForm
          form={form}
          onSend={async (draft) => {
            await waiting.put(toSend(draft, form.named, { id: makeUuid(), code }));
            setSent(true);
            scrollTo(0, 0);
          }}
        />
      ) : (
        <NotOpen form={form} />
      )}
    </div>
  );
}

/** The questions by their code: fresh, or as this device has kept them. */
function useForm(code: string, kept: ReturnType<typeof useWaiting>['kept']) {
  const [form, setForm] = useState<SurveyForm>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    setProblem(undefined);
    setForm(undefined);
    if (!code) return;
    lookAtForm(code).then(
      (found) => {
        kept.keepForm(code, found);
        setForm(found);
      },
      (error: unknown) => {
        const known = isShut(asProblem(error)) ? kept.keptForm<SurveyForm>(code) : undefined;
        if (known) setForm(known);
        else setProblem(asProblem(error));
      },
    );
  }, [code, kept]);
  return { form, problem };
}

function CodeForm({ problem, onCode }: { problem: Problem | undefined; onCode(code: string): void }) {
  const { t } = useSurveys();
  const [typed, setTyped] = useState(shownCode(typedSurveyCode(location.hash)));
  const trouble = useProblemText(problem ?? NO_PROBLEM);
  const open = (event: Event) => {
    event.preventDefault();
    onCode(typedSurveyCode(typed));
  };
  const error = problem && (problem.code === 'no-survey' ? t('code.unknown') : trouble);
  return (
    <form class="stack" onSubmit={open}>
      <h1>{t('answer.title')}</h1>
      <TextField
        label={t('code.label')}
        hint={t('code.hint')}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p>
        <Button look="primary" type="submit">
          {t('code.open')}
        </Button>
      </p>
    </form>
  );
}

const NO_PROBLEM = { status: 0, code: '', message: '' } as Problem;

function Thanks({ left, onNext }: { left: number; onNext(): void }) {
  const { t } = useSurveys();
  return (
    <EmptyState title={t('thanks.title')}>
      <p role="status">{t(left > 0 ? 'thanks.waits' : 'thanks.sent')}</p>
      <Button onClick={onNext}>{t('thanks.next')}</Button>
    </EmptyState>
  );
}

function NotOpen({ form: { title, state, opensOn } }: { form: SurveyForm }) {
  const { t, say, main } = useSurveys();
  return (
    <EmptyState title={say(title)}>
      <p>{state === 'ready' ? t('answer.opensOn', { date: sayDate(main, opensOn) }) : t('answer.over')}</p>
    </EmptyState>
  );
}

function Waiting({ waiting: { open, refused, dropRefused } }: { waiting: ReturnType<typeof useWaiting> }) {
  const { t } = useSurveys();
  return (
    <div role="status" class="stack-tight">
      {open.length > 0 && <p class="notice">{t('waiting.open', { n: open.length })}</p>}
      {refused.length > 0 && (
        <p class="notice">
          {t('waiting.refused', { n: refused.length })}{' '}
          <Button onClick={dropRefused}>{t('waiting.drop', { n: refused.length })}</Button>
        </p>
      )}
    </div>
  );
}
