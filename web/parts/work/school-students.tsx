import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { School } from '../../../core/schools/school.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import { type StudentLine, searchStudents, studentsFile } from '../../api/students.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { LinkButton } from '../button.tsx';
import { CheckField, TextField } from '../field.tsx';
import { Pagination } from '../pagination.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { type Column, type Sorting, Table } from '../table.tsx';
import { mayExportStudentsOf } from './may.ts';
import { type SchoolQuery, schoolQuery } from './school-query.ts';
import { type SortValue, sortRows } from './sort-rows.ts';
import { useWork } from './use-work.ts';

/** Typing rests this long before it is asked. */
const REST_MS = 250;

/** What was typed at each school, for coming back to the list. It is kept by nothing but this page. */
const typedAt = new Map<string, string>();

/** A school's students by name and number. The list is paged by the server and sorted within the page. */
export function SchoolStudents({ school, query }: { school: School; query: SchoolQuery }) {
  const schoolId = school.id;
  const grants = useSession().account?.grants ?? [];
  const { t, say } = useWork();
  const { path, route } = useLocation();
  const { page } = query;
  const [words, setWords] = useState(typedAt.get(schoolId) ?? '');
  const [q, setQ] = useState(words);
  const [left, setLeft] = useState(false);
  const list = useLoaded(
    `students ${schoolId} ${q} ${page} ${left}`,
    () => searchStudents({ school: schoolId, q, left, page }),
    { keepLast: true },
  );
  const [sorting, setSorting] = useState<Sorting>({ key: 'id', down: false });
  const columns = useStudentColumns();
  const rows = useMemo(
    () => sortRows(list.data?.items ?? [], (line) => sortValue(line, sorting.key), sorting.down, say.locale),
    [list.data, sorting, say],
  );
  const href = (change: Partial<SchoolQuery>) => {
    const search = schoolQuery.format({ ...query, ...change }).toString();
    return search ? `${path}?${search}` : path;
  };
  const showLeft = (shown: boolean) => {
    setLeft(shown);
    if (page !== 1) route(href({ page: 1 }), true);
  };
  useEffect(() => {
    if (words === q) return;
    const timer = setTimeout(() => {
      typedAt.set(schoolId, words);
      setQ(words);
      if (page !== 1) route(href({ page: 1 }), true);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <div class="section" id="students">
      <div class="section-head">
        <div>
          <h2>{t('school.students')}</h2>
          <StatusLine>{list.data && t('school.studentsCount', { n: list.data.total })}</StatusLine>
        </div>
        <div class="student-search no-print">
          <TextField
            label={t('school.searchStudent')}
            type="search"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <CheckField label={t('school.showLeft')} checked={left} onChange={showLeft} />
        </div>
      </div>
      {list.problem && <ErrorState problem={list.problem} onRetry={list.reload} />}
      {!list.data && !list.problem && <Skeleton lines={8} />}
      {list.data?.total === 0 && <NoStudents words={q} left={left} />}
      {rows.length > 0 && (
        <div class="students-table">
          <Table
            caption={t('school.students')}
            columns={columns}
            rows={rows}
            rowKey={(line) => line.id}
            sorting={sorting}
            onSort={setSorting}
          />
        </div>
      )}
      {list.data && <Pagination {...list.data} href={(to) => href({ page: to })} />}
      {list.data && mayExportStudentsOf(grants, school) && (
        <p class="no-print">
          <LinkButton look="quiet" icon="download" download href={studentsFile(schoolId)}>
            {t('school.exportStudents')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function NoStudents({ words, left }: { words: string; left: boolean }) {
  const { t } = useWork();
  if (left && words === '') return <EmptyState title={t('school.nobodyLeft')} />;
  return (
    <EmptyState title={words ? t('school.noStudentFound', { words }) : t('school.noStudents')}>
      <p>{words ? t('school.noStudentFoundHelp') : t('school.noStudentsHelp')}</p>
    </EmptyState>
  );
}

function useStudentColumns(): Column<StudentLine>[] {
  const { t, say, term } = useWork();
  return [
    {
      key: 'id',
      label: t('school.student'),
      sortable: true,
      cell: (line) => (
        <a href={`/students/${line.id}`}>
          {line.name && `${shownName(line.name)} `}
          <span class={line.name ? 'small muted figures' : 'figures'}>{line.localId}</span>
        </a>
      ),
    },
    {
      key: 'grade',
      label: t('school.grade'),
      sortable: true,
      cell: (line) => say.grade(line.grade),
    },
    {
      key: 'languages',
      label: t('school.languages'),
      cell: (line) => line.languages.map(say.language).join(', '),
    },
    {
      key: 'needs',
      label: t('school.studentNeeds'),
      sortable: true,
      cell: (line) =>
        line.needs
          .map((need) => (need.urgency === 3 ? `${term(need.term)} (${t('urgency.3')})` : term(need.term)))
          .join(', '),
    },
    {
      key: 'unmet',
      label: t('school.studentUnmet'),
      figure: true,
      sortable: true,
      cell: (line) => <span class={line.unmetNeeds > 0 ? 'unmet' : ''}>{line.unmetNeeds}</span>,
    },
  ];
}

function sortValue(line: StudentLine, key: string): SortValue {
  if (key === 'grade') return line.grade;
  if (key === 'needs') return line.needs.length;
  if (key === 'unmet') return line.unmetNeeds;
  return line.name ? `${line.name.family} ${line.name.given}` : line.localId;
}
