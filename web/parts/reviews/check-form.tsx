import type { ComponentChildren } from 'preact';
import { MOST_NOTE } from '../../../core/reviews/review.ts';
import type { ReviewsView } from '../../../core/reviews/review-view.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { FaceScale } from './face-scale.tsx';
import { type Check, useCheck } from './use-check.ts';
import { useReviewWords } from './use-review-words.ts';

interface CheckFormProps {
  page: ReviewsView;
  show(next: ReviewsView): void;
  reload(): void;
  /** What is said right below the answers. */
  children?: ComponentChildren;
}

/** This month's questions on one screen. Within it 1 to 5 answer, 0 leaves out, and the focus goes to the next one. */
export function CheckForm(props: CheckFormProps) {
  const check = useCheck(props);
  const { t } = useReviewWords();
  const { questions, faces } = props.page.questions;
  const ids = questions.map(({ id }) => id);
  const pressed = (event: KeyboardEvent) => {
    const id = ids.find((one) => document.getElementById(`ask-${one}`)?.contains(document.activeElement));
    if (!id || !/^[0-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    check.answer(id, event.key === '0' ? null : Number(event.key));
    const next = ids[ids.indexOf(id) + 1] ?? id;
    document.getElementById(`ask-${next}`)?.querySelector('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a short way to the buttons within
    <div class="check" onKeyDown={pressed}>
      {questions.map((question, n) => (
        <FaceScale
          key={question.id}
          question={question}
          faces={faces}
          at={n + 1}
          of={questions.length}
          answer={check.draft[question.id]}
          onAnswer={(answer) => check.answer(question.id, answer)}
        />
      ))}
      <News check={check} of={questions.length} />
      {props.children}
      <p class="muted small check-keys">{t('keys')}</p>
      <Words check={check} />
    </div>
  );
}

/** How far it is; once it is saved, the way back. */
function News({
  check: { news, draft, saved, busy, complete, undo, saveNow },
  of,
}: {
  check: Check;
  of: number;
}) {
  const { t } = useReviewWords();
  const n = Object.keys(draft).length;
  return (
    <div class="check-news">
      <StatusLine>{news ? t(news) : complete ? '' : t('progress', { n, of })}</StatusLine>
      {news === 'failed.save' && (
        <Button look="primary" disabled={busy} onClick={saveNow}>
          {t('failed.retry')}
        </Button>
      )}
      {saved?.undo && (
        <Button disabled={busy} onClick={undo}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

function Words({ check: { note, setNote, saved, complete, busy, saveNow } }: { check: Check }) {
  const { t } = useReviewWords();
  return (
    <div class="check-words">
      <Field label={t('note')} hint={t('note.hint')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={MOST_NOTE}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      {complete && note.trim() !== (saved?.note ?? '') && (
        <Button disabled={busy} onClick={saveNow}>
          {t('note.save')}
        </Button>
      )}
    </div>
  );
}
