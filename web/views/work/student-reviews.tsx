import './work.css';
import './reviews.css';
import './conference.css';
import { useState } from 'preact/hooks';
import type { ReviewsView } from '../../../core/reviews/review-view.ts';
import { loadReviews } from '../../api/reviews.ts';
import { MeetingsSection } from '../../parts/conferences/meetings-section.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { CheckForm } from '../../parts/reviews/check-form.tsx';
import { FollowUp } from '../../parts/reviews/follow-up.tsx';
import { NotAlone } from '../../parts/reviews/not-alone.tsx';
import { TrendPicture } from '../../parts/reviews/trend-picture.tsx';
import { TrendTable } from '../../parts/reviews/trend-table.tsx';
import { useReviewWords } from '../../parts/reviews/use-review-words.ts';
import { EmptyState } from '../../parts/states.tsx';
import { useCloseness } from '../../parts/work/use-closeness.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** How a student is: this month's questions first, then how it has been. */
export default function StudentReviewsView({ id }: { id: string }) {
  const { t } = useReviewWords();
  const key = `reviews ${id}`;
  const loaded = useLoaded(key, (signal) => loadReviews(id, signal));
  const [, redraw] = useState(0);
  useTitle(t('title'));
  const show = (next: ReviewsView) => {
    keepReply(key, next);
    redraw((n) => n + 1);
  };
  return (
    <LoadedPage loaded={loaded}>
      {(page) => <Reviews page={page} show={show} reload={loaded.reload} />}
    </LoadedPage>
  );
}

interface ReviewsProps {
  page: ReviewsView;
  show(next: ReviewsView): void;
  reload(): void;
}

function Reviews({ page, show, reload }: ReviewsProps) {
  const { t, due, say } = useReviewWords();
  const { student } = page;
  const closest = useCloseness(student.id);
  const name = student.name ?? student.number;
  return (
    <div class="page reviews">
      <header>
        <p class="small no-print">
          <a href={`/students/${student.id}`}>
            <Glyph name="arrow-left" size={16} /> {t('back', { name })}
          </a>
        </p>
        <h1>{closest === 'student' ? t('titleOf.own') : t('titleOf', { name })}</h1>
        <p class="muted">
          {[student.school, say.grade(student.grade), due(page.due)].filter(Boolean).join(' · ')}
        </p>
      </header>
      {(closest !== 'student' || page.reviews.at(-1)?.followUp) && <FollowUp page={page} show={show} />}
      <ThisMonth page={page} show={show} reload={reload} own={closest === 'student'} />
      <Trend page={page} />
      {(closest || page.may.follow) && <MeetingsSection studentId={student.id} />}
    </div>
  );
}

/** The form where the asker may answer; what somebody else has answered is told. */
function ThisMonth({ page, own, ...rest }: ReviewsProps & { own: boolean }) {
  const { t, month, who, say } = useReviewWords();
  const current = page.reviews.find((one) => one.month === page.month);
  if (!page.may.answer) return null;
  const facts = current && { date: say.dateTime(current.at), who: who(current) };
  const name = page.student.name ?? page.student.number;
  const note = own && <NotAlone page={page} />;
  return (
    <section class="section no-print" aria-labelledby="this-month">
      <h2 id="this-month">{month(page.month)}</h2>
      {facts ? (
        <p>
          {t('answered', facts)} {t(current?.mine ? 'answered.change' : 'answered.other')}
        </p>
      ) : (
        <p>{own ? t('lead.own') : t('lead.school', { name })}</p>
      )}
      {!current || current.mine ? (
        <CheckForm key={page.month} page={page} {...rest}>
          {note}
        </CheckForm>
      ) : (
        note
      )}
    </section>
  );
}

function Trend({ page }: { page: ReviewsView }) {
  const { t } = useReviewWords();
  if (page.reviews.length === 0)
    return (
      <EmptyState title={t('trend.none.title')}>
        <p>{t('trend.none')}</p>
      </EmptyState>
    );
  return (
    <section class="section" aria-labelledby="trend">
      <h2 id="trend">{t('trend')}</h2>
      <TrendPicture page={page} />
      <TrendTable page={page} />
    </section>
  );
}
