import { useRef, useState } from 'preact/hooks';
import type { Answers } from '../../../core/reviews/review.ts';
import type { ReviewsView, ReviewView } from '../../../core/reviews/review-view.ts';
import { Problem } from '../../api/problem.ts';
import { saveReview, undoReview } from '../../api/reviews.ts';
import { useOneAtATime } from '../../state/use-one-at-a-time.ts';

type Draft = Record<string, number | null>;
export type CheckNews = 'saved' | 'undone' | 'failed.save' | 'failed.changed' | 'failed.monthOver';

interface CheckOptions {
  page: ReviewsView;
  show(next: ReviewsView): void;
  reload(): void;
}

/** This month's answers on the screen: saved with the last one, and again with each that is changed afterwards. */
export function useCheck({ page, show, reload }: CheckOptions) {
  const current = thisMonth(page);
  const own = current?.mine ? current : undefined;
  const [draft, setDraft] = useState<Draft>(own?.answers ?? {});
  const [note, setNote] = useState(own?.note ?? '');
  const [news, setNews] = useState<CheckNews | null>(null);
  const saw = useRef(0);
  saw.current = Math.max(saw.current, current?.version ?? 0);

  /** Whether it could be done; else it says why not, and shows what stands there where that is why. */
  const attempt = async (what: CheckNews, change: () => Promise<ReviewsView>): Promise<boolean> => {
    try {
      const next = await change();
      saw.current = thisMonth(next)?.version ?? 0;
      show(next);
      setNews(what);
      if (what === 'undone') {
        setDraft(thisMonth(next)?.answers ?? {});
        setNote(thisMonth(next)?.note ?? '');
      }
      return true;
    } catch (error) {
      const why = failureOf(error);
      setNews(why);
      if (why === 'failed.changed') reload();
      return false;
    }
  };
  const { busy, save } = useOneAtATime((given: { answers: Answers; note: string }) =>
    attempt('saved', () => saveReview(page.student.id, page.month, { saw: saw.current, ...given })),
  );
  const isComplete = (answers: Draft) => page.questions.questions.every(({ id }) => id in answers);
  const answer = (question: string, value: number | null) => {
    const next = { ...draft, [question]: value };
    setDraft(next);
    if (isComplete(next)) save({ answers: next, note });
  };
  return {
    draft,
    note,
    setNote,
    news,
    busy,
    answer,
    complete: isComplete(draft),
    /** Saves what stands on the screen: words, or what could not be saved before. */
    saveNow: () => save({ answers: draft, note }),
    undo: () => attempt('undone', () => undoReview(page.student.id, page.month, saw.current)),
    saved: own,
  };
}
export type Check = ReturnType<typeof useCheck>;

function thisMonth({ month, reviews }: ReviewsView): ReviewView | undefined {
  return reviews.find((one) => one.month === month);
}

function failureOf(error: unknown): CheckNews {
  const code = error instanceof Problem ? error.code : '';
  if (code === 'month-over') return 'failed.monthOver';
  return code === 'changed' || code === 'answered' ? 'failed.changed' : 'failed.save';
}
