import { useRef, useState } from 'preact/hooks';
import type { WishMatches } from '../../../core/matching/match.ts';
import type { School } from '../../../core/schools/school.ts';
import type { StudentMatchesPage } from '../../api/students.ts';
import { Button } from '../button.tsx';
import { StudentMap } from './student-map.tsx';
import { useWork } from './use-work.ts';
import { WishSection } from './wish-section.tsx';

interface StudentMatchesListProps {
  page: StudentMatchesPage;
  school: School;
  /** Starts a new run; absent where one goes on or this person may not. */
  run?: (() => void) | undefined;
  /** Leads to the student's times and ways of travelling; absent for who may not change them. */
  onEdit?: (() => void) | undefined;
}

/** Every wish with its ranked list, and beside it one map that shows one wish at a time. */
export function StudentMatchesList({ page, school, run, onEdit }: StudentMatchesListProps) {
  const { t } = useWork();
  const { wishes, offers } = page;
  const [chosen, setChosen] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const map = useRef<HTMLDivElement>(null);
  const withMatches = wishes.filter((wish) => wish.matches.length > 0);
  const onMap = withMatches.find((wish) => wishKey(wish) === chosen) ?? withMatches[0];
  return (
    <section class="student-matches" aria-labelledby="matches">
      <div class="wishes">
        <h2 id="matches">{t('student.matches')}</h2>
        <Stale page={page} run={run} />
        {wishes.map((wish) => (
          <WishSection
            key={wishKey(wish)}
            studentId={page.studentId}
            weighting={page.weighting}
            onEdit={onEdit}
            wish={wish}
            offers={offers}
            findHref={findHref(wish, school)}
            onMap={wish === onMap}
            hovered={hovered}
            onHover={(offerId) => {
              if (offerId) setChosen(wishKey(wish));
              setHovered(offerId);
            }}
            onShow={() => {
              setChosen(wishKey(wish));
              map.current?.scrollIntoView({ block: 'nearest' });
            }}
          />
        ))}
      </div>
      {onMap && (
        <div class="student-map" ref={map}>
          <StudentMap school={school} wish={onMap} offers={offers} hovered={hovered} onHover={setHovered} />
        </div>
      )}
    </section>
  );
}

function Stale({ page, run }: Pick<StudentMatchesListProps, 'page' | 'run'>) {
  const { t } = useWork();
  if (page.run && !page.stale) return null;
  return (
    <div class="notice no-print">
      <p>{page.run ? t('student.stale') : t('student.never')}</p>
      {run && (
        <Button look="primary" onClick={run}>
          {page.run ? t('student.matchAgain') : t('student.matchNow')}
        </Button>
      )}
    </div>
  );
}

function wishKey({ kind, term }: WishMatches): string {
  return `${kind} ${term}`;
}

/** The wish in Find around the school: only the kind of help and a public place go into the address. */
function findHref({ term }: WishMatches, school: School): string {
  return `/?${new URLSearchParams({ terms: term, school: school.id })}`;
}
