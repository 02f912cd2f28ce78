import { utcDay } from '../../../core/schedule/utc-day.ts';
import type { School } from '../../../core/schools/school.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import type { StudentMatchesPage } from '../../api/students.ts';
import { useSession } from '../../state/session.tsx';
import { Button, LinkButton } from '../button.tsx';
import { Glyph } from '../glyph.tsx';
import { mayReadPlanOf, mayReadReviewsOf, maySeeStudentsOf } from './may.ts';
import { useWork } from './use-work.ts';

/** Where the focus goes back to when the form closes. */
export const EDIT_BUTTON = 'edit-student';

interface StudentHeadProps {
  student: NamedStudent;
  school: School;
  run: StudentMatchesPage['run'];
  onEdit?: () => void;
  /** Whether who reads may see what the family has agreed to. */
  mayReadConsents: boolean;
  /** Shows the way to who has seen this record. */
  readers: boolean;
}

export function StudentHead({ student, school, run, onEdit, readers, mayReadConsents }: StudentHeadProps) {
  const { t, say } = useWork();
  const grants = useSession().account?.grants ?? [];
  const listsStudents = maySeeStudentsOf(grants, school);
  const today = utcDay(new Date());
  const readsPlan = mayReadPlanOf(grants, student, today);
  const readsReviews = mayReadReviewsOf(grants, student, today);
  const facts = [
    student.leftAt !== undefined && t('student.left', { date: say.date(student.leftAt) }),
    say.grade(student.grade),
    student.languages.length > 0 &&
      t('student.speaks', { languages: say.list(student.languages.map(say.language)) }),
    run && t('student.matchedAt', { date: say.dateTime(run.finishedAt) }),
  ];
  return (
    <header>
      <p class="small no-print">
        <a href={`/schools/${school.id}`}>
          <Glyph name="arrow-left" size={16} />{' '}
          {listsStudents ? t('student.back', { school: school.name }) : school.name}
        </a>
      </p>
      <div class="page-head">
        <div>
          <h1>
            {student.name ? (
              <>
                {shownName(student.name)} <span class="muted figures student-number">{student.localId}</span>
              </>
            ) : (
              t('student.title', { id: student.localId })
            )}
          </h1>
          <p class="muted">{facts.filter(Boolean).join(' · ')}</p>
          <p class="print-only small">
            {t('student.confidential', { date: say.date(new Date().toISOString()) })} {school.name}
          </p>
        </div>
        <div class="row no-print">
          {readsPlan && <LinkButton href={`/students/${student.id}/plan`}>{t('student.plan')}</LinkButton>}
          {readsReviews && (
            <LinkButton href={`/students/${student.id}/reviews`}>{t('student.reviews')}</LinkButton>
          )}
          {mayReadConsents && (
            <LinkButton href={`/students/${student.id}/consents`}>{t('student.consents')}</LinkButton>
          )}
          {onEdit && (
            <Button id={EDIT_BUTTON} onClick={onEdit}>
              {t('student.edit')}
            </Button>
          )}
          {readers && (
            <LinkButton href={`/students/${student.id}/disclosures`}>{t('student.readers')}</LinkButton>
          )}
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
    </header>
  );
}
