import { useState } from 'preact/hooks';
import { MOST_NOTE } from '../../../core/reviews/review.ts';
import type { ReviewsView, ReviewView } from '../../../core/reviews/review-view.ts';
import { followUp } from '../../api/reviews.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { useReviewWords } from './use-review-words.ts';

interface FollowUpProps {
  page: ReviewsView;
  show(next: ReviewsView): void;
}

/** Why somebody should look after the student, by the last review, and what was done. */
export function FollowUp({ page, show }: FollowUpProps) {
  const { t, month, sign } = useReviewWords();
  const last = page.reviews.at(-1);
  if (!last?.signs?.length) return null;
  const title = t(last.followUp ? 'follow.title.done' : 'follow.title', { month: month(last.month) });
  return (
    <section class={last.followUp ? 'fall' : 'fall fall-open'} aria-labelledby="fall">
      <h2 id="fall">
        {!last.followUp && <Glyph name="alert" />} {title}
      </h2>
      <ul>
        {last.signs.map((one) => (
          <li key={JSON.stringify(one)}>{sign(one, page.questions)}</li>
        ))}
      </ul>
      <Done key={last.version} page={page} last={last} show={show} />
    </section>
  );
}

function Done({ page, last, show }: FollowUpProps & { last: ReviewView }) {
  const { t, say } = useReviewWords();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const send = async (words: string | null) => {
    setBusy(true);
    setFailed(false);
    const body = { saw: last.version, note: words };
    await followUp(page.student.id, last.month, body).then(show, () => setFailed(true));
    setBusy(false);
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    void send(note);
  };
  const { followUp: done } = last;
  return (
    <>
      {done && (
        <p>
          {t('follow.done', { name: done.name, date: say.dateTime(done.at) })} {done.note}
        </p>
      )}
      {page.may.follow && done && (
        <Button disabled={busy} onClick={() => send(null)}>
          {t('follow.undo')}
        </Button>
      )}
      {page.may.follow && !done && (
        <form class="no-print" onSubmit={submitted}>
          <Field label={t('follow.what')} hint={t('follow.hint')}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                required
                maxLength={MOST_NOTE}
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={busy}>
            {t('follow.save')}
          </Button>
        </form>
      )}
      {failed && (
        <p class="field-error" role="alert">
          {t('failed.follow')}
        </p>
      )}
    </>
  );
}
