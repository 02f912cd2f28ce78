import './work.css';
import './reviews.css';
import { REVIEW_GROUPS } from '../../../core/reviews/review-group.ts';
import type { ReviewLine } from '../../../core/reviews/review-line.ts';
import { loadReviewList, type ReviewList } from '../../api/reviews.ts';
import { Chip } from '../../parts/chip.tsx';
import { SelectField } from '../../parts/field.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { type ReviewQuery, reviewQuery } from '../../parts/reviews/review-query.ts';
import { useReviewWords } from '../../parts/reviews/use-review-words.ts';
import { EmptyState } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** Who is to be asked how things go, one click from asking. */
export default function ReviewsView() {
  const { t } = useReviewWords();
  const [query, change] = useQuery(reviewQuery);
  useTitle(t('list.title'));
  const key = `reviews of ${query.school} ${query.state}`;
  const loaded = useLoaded(key, (signal) => loadReviewList(query, signal), { keepLast: true });
  return (
    <LoadedPage loaded={loaded}>
      {(list) => (
        <div class="page">
          <h1>{t('list.title')}</h1>
          <p class="no-print">{t('list.lead')}</p>
          <Filters list={list} query={query} onChange={change} />
          <Lines list={list} query={query} />
        </div>
      )}
    </LoadedPage>
  );
}

interface ListProps {
  list: ReviewList;
  query: ReviewQuery;
}

function Filters({ list, query, onChange }: ListProps & { onChange(change: Partial<ReviewQuery>): void }) {
  const { t } = useReviewWords();
  const schools = Object.entries(list.schools);
  const state = (group: ReviewQuery['state']) => t(`group.${group}`, { n: list.counts[group] });
  return (
    <>
      <div class="controls no-print">
        <SelectField
          label={t('list.state')}
          value={query.state}
          options={REVIEW_GROUPS.map((value) => ({ value, label: state(value) }))}
          onChange={(value) => onChange({ state: REVIEW_GROUPS.find((group) => group === value) ?? 'open' })}
        />
        {schools.length > 1 && (
          <SelectField
            label={t('list.school')}
            value={query.school}
            options={[
              { value: '', label: t('list.schools') },
              ...schools.map(([value, label]) => ({ value, label })),
            ]}
            onChange={(school) => onChange({ school })}
          />
        )}
      </div>
      <p class="print-only small">
        {[state(query.state), query.school && list.schools[query.school]].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function Lines({ list, query: { state } }: ListProps) {
  const { t } = useReviewWords();
  const columns = useColumns(list.schools);
  const { items, total } = list;
  if (total === 0) {
    const key = state === 'open' || state === 'falling' ? state : undefined;
    return (
      <EmptyState title={t(key && list.counts.all > 0 ? `none.${key}.title` : 'none.title')}>
        <p>{t(key && list.counts.all > 0 ? `none.${key}` : 'none.all')}</p>
        {list.counts.all === 0 && <a href="/opportunity-plans">{t('plans')}</a>}
      </EmptyState>
    );
  }
  return (
    <>
      <StatusLine>
        {t('list.shown', { n: total })}
        {items.length < total && ` ${t('list.more', { shown: items.length, n: total })}`}
      </StatusLine>
      <Table caption={t('list.caption')} columns={columns} rows={items} rowKey={({ id }) => id} />
    </>
  );
}

function useColumns(schools: ReviewList['schools']): Column<ReviewLine>[] {
  const { t, say, due, month } = useReviewWords();
  const open = ({ id, name, localId, due: { state } }: ReviewLine) => {
    const fill = state === 'due' || state === 'overdue';
    return (
      <a
        href={`/students/${id}/reviews`}
        aria-label={t(fill ? 'list.fillOf' : 'list.openOf', { name: name ?? localId })}
      >
        {t(fill ? 'list.fill' : 'list.open')}
      </a>
    );
  };
  const school: Column<ReviewLine> = {
    key: 'school',
    label: t('list.school'),
    cell: ({ schoolId }) => schools[schoolId] ?? '',
  };
  return [
    {
      key: 'student',
      label: t('list.student'),
      cell: ({ name, localId, grade }) => (
        <>
          {name ?? localId}{' '}
          <span class="muted small">{[name && localId, say.grade(grade)].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    // Beside the name, so that a phone shows it without scrolling.
    { key: 'open', label: t('list.open'), cell: open },
    ...(Object.keys(schools).length > 1 ? [school] : []),
    {
      key: 'stands',
      label: t('list.stands'),
      cell: (line) => (
        <span class="row">
          {line.falling && (
            <Chip tone="signal" icon="alert">
              {t('list.falling')}
            </Chip>
          )}
          <span class={line.due.state === 'overdue' ? 'review-late' : ''}>{due(line.due)}</span>
        </span>
      ),
    },
    { key: 'last', label: t('list.last'), cell: ({ last }) => (last ? month(last) : t('list.never')) },
  ];
}
