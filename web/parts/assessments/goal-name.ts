import type { AssessmentQuestion } from '../../../core/assessments/question-list.ts';
import type { Goal } from '../../api/assessments.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

/** "Climate: at least Mostly (3)" */
export function goalName(
  { on, target }: Pick<Goal, 'on' | 'target'>,
  questions: readonly Pick<AssessmentQuestion, 'id' | 'text'>[],
  { t, group, words, level }: AssessmentSpeech,
): string {
  const question = questions.find(({ id }) => id === on.id);
  const what = on.kind === 'group' ? group(on.id) : question ? words(question.text) : on.id;
  return t('goal.line', { what, level: level(target), n: target });
}
