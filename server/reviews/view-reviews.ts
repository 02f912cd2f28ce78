import type { Redaction } from '../../core/policy/actions.ts';
import { mayAnswerAnew, type Review } from '../../core/reviews/review.ts';
import type { ReviewsView, ReviewView } from '../../core/reviews/review-view.ts';
import { type NamedStudent, shownName } from '../../core/students/student-identity.ts';
import { readPeople } from '../audit/read-people.ts';
import type { Deps } from '../deps.ts';
import { readSchool } from '../schools/school-store.ts';
import { readReviews, type StoredReview } from './review-store.ts';
import { schoolToday } from './school-calendar.ts';
import { NOT_ASKED, reviewStandings } from './whom-to-review.ts';

interface Asked {
  student: NamedStudent;
  asker: Pick<Review, 'by' | 'as'>;
  redact: ReadonlySet<Redaction>;
  may: ReviewsView['may'];
}

/** All reviews of a student, and how this month's stands. */
export async function viewReviews(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules' | 'clock'>,
  { student, asker, redact, may }: Asked,
): Promise<ReviewsView> {
  const { db, rules } = deps;
  const { questions, faces } = rules.reviewQuestions;
  const day = await schoolToday(deps, student.districtId);
  const [school, all, standings] = await Promise.all([
    readSchool(db, student.schoolId),
    readReviews(deps, student.id),
    reviewStandings(deps, [student.id], day),
  ]);
  const people = await readPeople(
    db,
    all.flatMap(({ by, followUp }) => [by, followUp?.by ?? by]).map(toActor),
  );
  const name = (id: string) => people.get(id)?.name ?? '';
  return {
    student: {
      id: student.id,
      schoolId: student.schoolId,
      school: school?.name ?? '',
      number: student.localId,
      grade: student.grade,
      name: student.name ? shownName(student.name) : null,
    },
    month: day.today.slice(0, 7),
    due: standings.get(student.id)?.due ?? NOT_ASKED,
    reviews: all.map((one) => viewReview(one, asker, redact, name)),
    questions: { questions, faces },
    may,
  };
}

function viewReview(
  { month, version, at, by, as, answers, note, signs, followUp, before }: StoredReview,
  asker: Asked['asker'],
  redact: Asked['redact'],
  name: (id: string) => string,
): ReviewView {
  const mine = mayAnswerAnew({ by }, asker);
  const isOpen = !redact.has('answers');
  const done = followUp && { at: followUp.at, name: name(followUp.by), note: followUp.note };
  return {
    month,
    version,
    at,
    who: { name: name(by), as },
    mine,
    undo: by === asker.by && before !== undefined,
    ...((mine || isOpen) && { answers, note }),
    ...(isOpen && { signs, ...(done && { followUp: done }) }),
  };
}

function toActor(accountId: string) {
  return { kind: 'account' as const, accountId, roles: [] };
}
