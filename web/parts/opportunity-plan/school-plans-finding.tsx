import type { School } from '../../../core/schools/school.ts';
import { loadSchoolPlans, type SchoolPlans } from '../../api/plans-due.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { Glyph } from '../glyph.tsx';
import { mayListPlansDueOf } from '../work/may.ts';
import { useWork } from '../work/use-work.ts';
import { type PlanText, usePlanText } from './use-plan-words.ts';

/** Says when so many of a school's students should have a plan that the school has to be looked at as a whole. */
export function SchoolPlansFinding({ school }: { school: School }) {
  const t = usePlanText();
  const { say } = useWork();
  const grants = useSession().account?.grants ?? [];
  const { data } = useLoaded(`school plans ${school.id}`, (signal) => loadSchoolPlans(school.id, signal));
  const mayList = mayListPlansDueOf(grants, school);
  const list = <a href={`/opportunity-plans?school=${school.id}`}>{t('share.list')}</a>;
  if (!data?.over) return mayList ? <p class="no-print">{list}</p> : null;
  return (
    <section class="notice school-finding" aria-label={t('share.list')}>
      <p>
        <Glyph name="alert" size={18} /> {findingWords(data, t, say.percent)} {t('share.next')}
      </p>
      <ul class="plain-list row no-print">
        <li>
          <a href="#needs">{t('share.needs')}</a>
        </li>
        <li>
          <a href="/gaps">{t('share.gaps')}</a>
        </li>
        {mayList && <li>{list}</li>}
      </ul>
    </section>
  );
}

function findingWords(
  { share, shouldHave, schoolShare }: SchoolPlans,
  t: PlanText,
  percent: (share: number) => string,
): string {
  const mark = percent(schoolShare);
  if (share === null || shouldHave === null) return t('share.over.most', { mark });
  return t('share.over', { share: percent(share), n: shouldHave, mark });
}
