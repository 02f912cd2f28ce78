import type { ResultGroup } from '../../../core/surveys/count-answers.ts';
import { choicesOf, type SurveyQuestion } from '../../../core/surveys/question.ts';
import { loadTexts, type SurveyView } from '../../api/surveys.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { sayList } from '../../text/say-hours.ts';
import { sayNumber } from '../../text/translate.ts';
import { LinkButton } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { useSurveys } from './use-surveys.ts';

/** What came of a survey, school by school, as far as it may be told. */
export function SurveyResults({ survey }: { survey: SurveyView }) {
  const { t } = useSurveys();
  const { results, threshold, questions } = survey;
  if (!results || results.groups.length === 0) return <p>{t('results.none')}</p>;
  const hasNeeds = questions.some(({ kind }) => kind === 'needs');
  return (
    <>
      {results.groups.map((group) => (
        <Group key={group.schoolIds.join()} survey={survey} group={group} />
      ))}
      <p class="muted small">{t('results.hiddenHelp', { n: results.threshold ?? threshold })}</p>
      {hasNeeds && (
        <p class="no-print">
          <LinkButton href="/unmet?source=survey">{t('results.unmet')}</LinkButton>
        </p>
      )}
    </>
  );
}

function Group({ survey, group }: { survey: SurveyView; group: ResultGroup }) {
  const { t, main, school } = useSurveys();
  const { answersFrom, schoolIds } = group;
  const names = sayList(main, schoolIds.map(school));
  const texts = useLoaded(
    answersFrom !== null && group.questions.some((each) => each.texts !== null) ? `texts ${survey.id}` : null,
    (signal) => loadTexts(survey.id, signal),
  );
  return (
    <section class="section">
      <h2>{schoolIds.length > 1 ? t('results.several', { schools: names }) : names}</h2>
      <p>
        {answersFrom === null
          ? t('results.few', { n: survey.threshold })
          : t('results.answers', { n: answersFrom })}
      </p>
      {answersFrom !== null &&
        survey.questions.map((question, at) => (
          <Question
            key={question.id}
            question={question}
            number={at + 1}
            group={group}
            threshold={survey.threshold}
            texts={
              texts.data?.items.find(
                (item) => item.questionId === question.id && item.schoolIds.join() === schoolIds.join(),
              )?.texts
            }
          />
        ))}
    </section>
  );
}

interface QuestionProps {
  question: SurveyQuestion;
  number: number;
  group: ResultGroup;
  threshold: number;
  /** Words of those who may read them. */
  texts: readonly string[] | undefined;
}

function Question({ question, number, group, threshold, texts }: QuestionProps) {
  const { t, say, choice, main } = useSurveys();
  const counted = group.questions.find(({ id }) => id === question.id);
  const title = `${number}. ${say(question.text)}`;
  if (question.kind === 'text')
    return (
      <div class="stack-tight">
        <h3>{title}</h3>
        <p>
          {counted?.texts ? t('results.texts', { n: counted.texts }) : t('results.noTexts', { n: threshold })}
        </p>
        {texts && (
          <details>
            <summary>{t('results.read')}</summary>
            <ul>
              {texts.map((text, at) => (
                <li key={`${at} ${text}`}>{text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    );
  const columns: Column<string>[] = [
    { key: 'choice', label: t('results.choice'), cell: (each) => sayChoice(question, each, choice, say) },
    {
      key: 'count',
      label: t('results.count'),
      figure: true,
      cell: (each) => {
        const times = counted?.counts[each] ?? null;
        return times === null ? (
          <span class="muted">{t('results.hidden')}</span>
        ) : (
          sayNumber(main.language, times)
        );
      },
    },
  ];
  return (
    <div class="stack-tight">
      <h3>{title}</h3>
      <Table caption={title} columns={columns} rows={choicesOf(question)} rowKey={(each) => each} />
    </div>
  );
}

/** The ends of a scale say what they mean. */
function sayChoice(
  question: SurveyQuestion,
  each: string,
  choice: (question: SurveyQuestion, choice: string) => string,
  say: (words: { en?: string | undefined; es?: string | undefined }) => string,
): string {
  if (question.kind !== 'scale' || (each !== '1' && each !== '5')) return choice(question, each);
  return `${each} (${say(each === '1' ? question.low : question.high)})`;
}
