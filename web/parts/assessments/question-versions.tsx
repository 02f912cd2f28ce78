import type { AssessmentQuestion } from '../../../core/assessments/question-list.ts';
import type { QuestionsPage } from '../../api/assessments.ts';
import { Button } from '../button.tsx';
import { useAssessments } from './use-assessments.ts';

interface QuestionVersionsProps {
  page: QuestionsPage;
  /** Puts a version's questions into the form. */
  onUse(questions: AssessmentQuestion[]): void;
}

/** Who saved which questions when and why, the newest first, and at the end what Trellis comes with. */
export function QuestionVersions({ page: { versions, standard }, onUse }: QuestionVersionsProps) {
  const { t, day } = useAssessments();
  const all = [
    ...versions.map(({ number, questions, note, savedAt, by }) => ({
      key: number,
      questions,
      title: t('own.version', { n: number, count: questions.length }),
      when: t('by', { by: by ?? t('somebody'), date: day(savedAt) }),
      note,
    })),
    {
      key: 0,
      questions: standard,
      title: t('own.standard', { count: standard.length }),
      when: undefined,
      note: undefined,
    },
  ];
  return (
    <section class="section" aria-label={t('own.versions')}>
      <h2>{t('own.versions')}</h2>
      <ul class="plain-list assessment-goals">
        {all.map(({ key, questions, title, when, note }, n) => (
          <li key={key}>
            <div>
              <p>
                <strong>{title}</strong> {n === 0 && <span class="chip">{t('own.holds')}</span>}
              </p>
              {when && <p class="muted small">{when}</p>}
              {note && <p>{note}</p>}
            </div>
            {n > 0 && (
              <Button
                look="quiet"
                aria-label={t('own.useOf', { version: title })}
                onClick={() => onUse([...questions])}
              >
                {t('own.use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
