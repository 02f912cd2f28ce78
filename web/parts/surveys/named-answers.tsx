import { useState } from 'preact/hooks';
import { shownName } from '../../../core/students/shown-name.ts';
import type { StudentLine } from '../../api/students.ts';
import { leaveAnswer, loadNamed, type NamedAnswer, settleAnswer } from '../../api/surveys.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { sayList } from '../../text/say-hours.ts';
import { Button } from '../button.tsx';
import { StudentPicker } from '../matching/student-picker.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { useSurveys } from './use-surveys.ts';

/** Who asked that needs be written down, until that is done. */
export function NamedAnswers({ surveyId }: { surveyId: string }) {
  const { t } = useSurveys();
  const { data, problem, reload } = useLoaded(`named ${surveyId}`, (signal) => loadNamed(surveyId, signal));
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    reload();
  };
  return (
    <section class="section no-print">
      <h2>{t('named.title')}</h2>
      <p class="muted">{t('named.help')}</p>
      <p role="status">{said}</p>
      {problem && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data?.total === 0 && <p>{t('named.none')}</p>}
      <ul class="plain-list stack">
        {data?.items.map((answer) => (
          <Answer key={answer.id} answer={answer} onDone={done} />
        ))}
      </ul>
    </section>
  );
}

function Answer({ answer, onDone }: { answer: NamedAnswer; onDone(words: string): void }) {
  const { t, main, term, school } = useSurveys();
  const [student, setStudent] = useState<StudentLine | null>(null);
  const [trouble, setTrouble] = useState('');
  const { name, student: about, number } = answer.by;
  const attempt = (work: Promise<void>, words: string) =>
    work.then(
      () => onDone(words),
      (error: unknown) => {
        const { status, message } = asProblem(error);
        setTrouble(status === 404 ? t('named.otherSchool') : message);
      },
    );
  return (
    <li class="card stack-tight">
      <h3>
        {t('named.says', { name, student: about })}
        {number && <span class="muted small"> {t('named.number', { number })}</span>}
      </h3>
      <p class="muted small">{school(answer.schoolId)}</p>
      <p>{sayList(main, answer.needs.map(term))}</p>
      {trouble && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
      <details>
        <summary>{t('named.find')}</summary>
        <StudentPicker onPick={setStudent} />
      </details>
      <p class="row">
        {student && (
          <Button
            look="primary"
            onClick={() => attempt(settleAnswer(answer.id, student.id), t('named.done'))}
          >
            {t('named.write', { student: student.name ? shownName(student.name) : student.localId })}
          </Button>
        )}
        <Button onClick={() => attempt(leaveAnswer(answer.id), t('named.left'))}>{t('named.leave')}</Button>
      </p>
    </li>
  );
}
