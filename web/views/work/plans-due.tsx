import './work.css';
import { loadPlansDue, type PlanDue, type PlansDue } from '../../api/plans-due.ts';
import { EligibilityProvider, useSayEligibility } from '../../parts/eligibility/eligibility-provider.tsx';
import { SelectField } from '../../parts/field.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { type PlanText, usePlanText } from '../../parts/opportunity-plan/use-plan-words.ts';
import { EmptyState } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { useWork } from '../../parts/work/use-work.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { type QueryShape, useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

interface DueQuery {
  school?: string | undefined;
}

const dueQuery: QueryShape<DueQuery> = {
  parse: (params) => ({ school: params.get('school') ?? undefined }),
  format: ({ school }) => new URLSearchParams(school ? { school } : {}),
};

/** Who should have a plan by the district's rules: who has none comes first, one click from beginning it. */
export default function PlansDueView() {
  const t = usePlanText();
  const [{ school }, change] = useQuery(dueQuery);
  useTitle(t('due.title'));
  const loaded = useLoaded(`plans due ${school}`, (signal) => loadPlansDue(school, signal), {
    keepLast: true,
  });
  return (
    <EligibilityProvider>
      <LoadedPage loaded={loaded}>
        {(due) => (
          <div class="page">
            <h1>{t('due.title')}</h1>
            <p class="no-print">
              {t('due.lead')} <a href="/rules">{t('due.rules')}</a>
            </p>
            <Schools
              due={due}
              school={school}
              t={t}
              onChange={(next) => change({ school: next || undefined })}
            />
            <Due due={due} t={t} />
          </div>
        )}
      </LoadedPage>
    </EligibilityProvider>
  );
}

interface SchoolsProps {
  due: PlansDue;
  school: string | undefined;
  t: PlanText;
  onChange(school: string): void;
}

/** Of one school there is nothing to choose; from it one still comes back to all. */
function Schools({ due, school, t, onChange }: SchoolsProps) {
  const schools = Object.entries(due.schools);
  if (schools.length < 2 && !school) return null;
  return (
    <div class="controls no-print">
      <SelectField
        label={t('due.school')}
        value={school ?? ''}
        options={[
          { value: '', label: t('due.schools') },
          ...schools.map(([value, label]) => ({ value, label })),
        ]}
        onChange={onChange}
      />
    </div>
  );
}

function Due({ due, t }: { due: PlansDue; t: PlanText }) {
  const columns = useDueColumns(due.schools, t);
  const { items, total, without, known } = due;
  if (total === 0)
    return (
      <EmptyState title={t(known ? 'due.none.title' : 'due.unknown.title')}>
        <p>{t(known ? 'due.none' : 'due.unknown')}</p>
      </EmptyState>
    );
  return (
    <>
      {without === 0 ? (
        <EmptyState title={t('due.all.title')}>
          <p>{t('due.all')}</p>
        </EmptyState>
      ) : (
        <StatusLine>
          {t('due.without', { n: without })}
          {items.length < total && ` ${t('due.more', { shown: items.length, n: total })}`}
        </StatusLine>
      )}
      <Table caption={t('due.caption')} columns={columns} rows={items} rowKey={({ id }) => id} />
    </>
  );
}

function useDueColumns(schools: PlansDue['schools'], t: PlanText): Column<PlanDue>[] {
  const { say } = useWork();
  const { attribute, value } = useSayEligibility();
  const why = ({ signs }: PlanDue) =>
    signs.map((sign) =>
      t('due.sign', { fact: attribute(sign.attribute), value: value(sign.attribute, sign.value) }),
    );
  return [
    {
      key: 'student',
      label: t('due.student'),
      cell: ({ name, localId, grade }) => (
        <>
          {name ?? localId}{' '}
          <span class="muted small">{[name && localId, say.grade(grade)].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'school', label: t('due.school'), cell: ({ schoolId }) => schools[schoolId] ?? '' },
    { key: 'why', label: t('due.why'), cell: (row) => why(row).join('; ') },
    {
      key: 'plan',
      label: t('due.plan'),
      cell: ({ id, name, localId, hasPlan }) => (
        <a
          href={`/students/${id}/plan`}
          aria-label={t(hasPlan ? 'due.openOf' : 'due.beginOf', { name: name ?? localId })}
        >
          {t(hasPlan ? 'due.open' : 'due.begin')}
        </a>
      ),
    },
  ];
}
