import { useRef, useState } from 'preact/hooks';
import type { PlacePage, ShownQuestion } from '../../api/assessments.ts';
import { Button } from '../button.tsx';
import { FigureLine } from './figure-line.tsx';
import { LevelChip } from './level-chip.tsx';
import { RatingForm } from './rating-form.tsx';
import { RatingHistory } from './rating-history.tsx';
import { useAssessments } from './use-assessments.ts';

interface QuestionItemProps {
  page: PlacePage;
  question: ShownQuestion;
  onChanged(next?: PlacePage): void;
  onPlan(question: string): void;
}

/** A question, how it is rated, what shows it, and the form to rate it. */
export function QuestionItem({ page, question, onChanged, onPlan }: QuestionItemProps) {
  const voice = useAssessments(page);
  const { t, words, day } = voice;
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLDivElement>(null);
  const [rating] = question.ratings;
  const text = words(question.text);
  const close = (words: string) => {
    setOpen(false);
    setSaid(words);
    // Where one was: the next question is one Tab away.
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const shown = page.figures.filter(({ kind }) => rating?.figures.includes(kind));
  return (
    <li class="question-item">
      <p class="question-text">{text}</p>
      <div class="row">
        <LevelChip level={rating?.level ?? null} voice={voice} />
        {question.lastYear !== null && (
          <span class="muted small">{t('lastYear', { level: voice.level(question.lastYear) })}</span>
        )}
        {rating && (
          <span class="muted small">{t('by', { by: rating.by ?? t('somebody'), date: day(rating.at) })}</span>
        )}
      </div>
      {rating?.evidence && <p class="question-evidence">{rating.evidence}</p>}
      {shown.map((figure) => (
        <p key={figure.kind} class="small">
          <FigureLine figure={figure} voice={voice} />
        </p>
      ))}
      <RatingHistory question={question} voice={voice} />
      {page.mayRate && !open && (
        <div class="row no-print" ref={opener}>
          <Button
            aria-label={t('rate.of', { do: t(rating ? 'rate.change' : 'rate'), question: text })}
            onClick={() => {
              setSaid('');
              setOpen(true);
            }}
          >
            {t(rating ? 'rate.change' : 'rate')}
          </Button>
          <Button
            look="quiet"
            aria-label={t('act.of', { question: text })}
            onClick={() => onPlan(question.id)}
          >
            {t('act')}
          </Button>
        </div>
      )}
      {open && <RatingForm {...{ page, question, onChanged }} onDone={close} onCancel={() => close('')} />}
      <p role="status" class="small">
        {said}
      </p>
    </li>
  );
}
