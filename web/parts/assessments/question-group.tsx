import type { FrameworkOutline, PlacePage } from '../../api/assessments.ts';
import { MeanChip } from './level-chip.tsx';
import { QuestionItem } from './question-item.tsx';
import { useAssessments } from './use-assessments.ts';

interface QuestionGroupProps {
  page: PlacePage;
  group: FrameworkOutline['groups'][number];
  onChanged(next?: PlacePage): void;
  /** An action is to be planned for this question. */
  onPlan(question: string): void;
}

/** A group with its average, and its questions below. */
export function QuestionGroup({ page, group, onChanged, onPlan }: QuestionGroupProps) {
  const voice = useAssessments(page);
  const figure = page.groups.find((each) => each.group === group.id);
  if (!figure) return null;
  return (
    <section class="question-group" aria-label={voice.words(group.name)}>
      <div class="section-head section-head-line">
        <div>
          <h3>{voice.words(group.name)}</h3>
          <p class="muted small">{voice.words(group.about)}</p>
        </div>
        <p>
          <MeanChip {...figure} voice={voice} />
        </p>
      </div>
      <ol class="plain-list question-list">
        {page.questions
          .filter((question) => question.group === group.id)
          .map((question) => (
            <QuestionItem key={question.id} {...{ page, question, onChanged, onPlan }} />
          ))}
      </ol>
    </section>
  );
}
