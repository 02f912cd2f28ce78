import './work.css';
import './student.css';
import './referrals.css';
import { loadReferrals, type ReferralPage } from '../../api/referrals.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { Pagination } from '../../parts/pagination.tsx';
import { HandOver } from '../../parts/referrals/hand-over.tsx';
import { REFERRAL_GROUPS, type ReferralQuery, referralQuery } from '../../parts/referrals/referral-query.ts';
import { ReferralTable } from '../../parts/referrals/referral-table.tsx';
import { useReferralWords } from '../../parts/referrals/use-referral-words.ts';
import { EmptyState } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { mayReferStudentsOf } from '../../parts/work/may.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** All referrals of one's students: what waits for an answer first, each with its next step. */
export default function ReferralsView() {
  const [query] = useQuery(referralQuery);
  return query.letter ? <HandOver key={query.letter} referralId={query.letter} /> : <ReferralsList />;
}

function ReferralsList() {
  const { t } = useReferralWords();
  const [query, change] = useQuery(referralQuery);
  const key = referralQuery.format(query).toString();
  const loaded = useLoaded(`referrals ${key}`, (signal) => loadReferrals(query, signal), { keepLast: true });
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>
      {(page) => <Referrals page={page} query={query} onChange={change} reload={loaded.reload} />}
    </LoadedPage>
  );
}

interface ReferralsProps {
  page: ReferralPage;
  query: ReferralQuery;
  onChange(change: Partial<ReferralQuery>): void;
  reload(): void;
}

function Referrals({ page, query, onChange, reload }: ReferralsProps) {
  const { t, work } = useReferralWords();
  const grants = useSession().account?.grants ?? [];
  const turnable = new Set(
    page.schools.filter((school) => mayReferStudentsOf(grants, school)).map(({ id }) => id),
  );
  const isEmpty = page.counts.all === 0;
  return (
    <div class="page referrals-page">
      <header class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
        <div class="row no-print">
          <Button icon="printer" onClick={() => window.print()}>
            {work.t('print')}
          </Button>
        </div>
      </header>
      {!isEmpty && <Filters page={page} query={query} onChange={onChange} />}
      {isEmpty ? (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      ) : page.items.length === 0 ? (
        <EmptyState title={t('noneHere')}>
          <p>{t('noneHereHelp')}</p>
        </EmptyState>
      ) : (
        <ReferralTable page={page} mayTurn={(schoolId) => turnable.has(schoolId)} onTurned={reload} />
      )}
      <Pagination
        page={page.page}
        perPage={page.perPage}
        total={page.total}
        href={(next) => `/referrals?${referralQuery.format({ ...query, page: next })}`}
      />
    </div>
  );
}

function Filters({ page, query, onChange }: Omit<ReferralsProps, 'reload'>) {
  const { t } = useReferralWords();
  const { counts, schools, total } = page;
  const groups = REFERRAL_GROUPS.filter((group) => group === query.state || (counts[group] ?? 0) > 0);
  return (
    <>
      <div class="controls no-print">
        <SelectField
          label={t('filter.state')}
          value={query.state}
          options={groups.map((value) => ({ value, label: t(`group.${value}`, { n: counts[value] ?? 0 }) }))}
          onChange={(state) =>
            onChange({ state: groups.find((group) => group === state) ?? 'open', page: 1 })
          }
        />
        {schools.length > 1 && (
          <SelectField
            label={t('filter.school')}
            value={query.school}
            options={[
              { value: '', label: t('filter.allSchools') },
              ...schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(school) => onChange({ school, page: 1 })}
          />
        )}
      </div>
      <StatusLine>{t('shown', { n: total })}</StatusLine>
      <p class="print-only small">
        {t(`group.${query.state}`, { n: total })}
        {query.school && ` · ${schools.find(({ id }) => id === query.school)?.name ?? ''}`}
      </p>
    </>
  );
}
