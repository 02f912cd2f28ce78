import { z } from 'zod';
import { previewShare } from '../../core/opportunity-plan/preview-share.ts';
import { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import { listSchools } from '../schools/school-store.ts';
import { mustKnowSigns } from './must-know-signs.ts';
import { RulesPreview } from './opportunity-plans-answers.ts';
import { readSigns } from './read-signs.ts';

const Tried = z.strictObject({ districtId: z.string().min(1).max(100), rules: OwnPlanRules });

/** About how many students rules would concern before a district says that they hold: a band, never a number. */
export function planRulesPreviewRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/opportunity-plan-rules/preview',
      summary: 'About how many students such rules would concern',
      action: 'district-rules.preview',
      body: Tried,
      returns: RulesPreview,
      handle: async ({ body: { districtId, rules }, access }) => {
        await access.must({ districtId });
        mustKnowSigns(deps.rules, rules);
        const schools = (await listSchools(deps.db)).filter((school) => school.districtId === districtId);
        const all = await readSigns(
          deps,
          schools.map(({ id }) => id),
          rules,
        );
        const shouldHave = all.filter(({ signs }) => signs.length > 0).length;
        const { threshold } = await currentCounts(deps.db, deps.rules, deps.clock());
        return { band: previewShare({ students: all.length, shouldHave }, threshold) ?? null };
      },
    }),
  ];
}
