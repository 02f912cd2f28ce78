import { z } from 'zod';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import { ClosedDays } from '../../core/district/closed-days.ts';
import { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import { accountNames } from '../accounts/account-names.ts';
import { districtOfAccount } from '../accounts/district-of-account.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { mustKnowSigns } from '../opportunity-plans/must-know-signs.ts';
import { readDistrict } from '../settings/district-store.ts';
import type { DistrictRuleKind, DistrictRuleShapes } from './district-rules-collections.ts';
import { listRules, saveRules } from './district-rules-store.ts';

const DistrictId = z.string().min(1).max(100);

/** One kind of rules: where it is asked for, what it looks like, and what holds where a district says nothing. */
interface RuleKind<K extends DistrictRuleKind> {
  kind: K;
  path: string;
  /** What is read and changed there. */
  about: string;
  shape: z.ZodType<DistrictRuleShapes[K]>;
  standard: DistrictRuleShapes[K];
  /** @throws AppError for what the shape cannot see */
  check?(rules: DistrictRuleShapes[K]): void;
}

/** What a district says for itself: kept in versions, with who, when and why. */
export function districtRulesRoutes(deps: Deps): Route[] {
  const { opportunityPlan } = deps.rules;
  const { shouldHavePlan, schoolShare } = opportunityPlan;
  return [
    ...routesOf(deps, {
      kind: 'closed-days',
      path: '/closed-days',
      about: 'the days on which the schools of a district are closed',
      shape: ClosedDays,
      standard: { closures: [] },
    }),
    ...routesOf(deps, {
      kind: 'opportunity-plans',
      path: '/opportunity-plan-rules',
      about: 'who should have an opportunity plan in a district',
      shape: OwnPlanRules,
      standard: { shouldHavePlan, schoolShare },
      check: (rules) => mustKnowSigns(deps.rules, rules),
    }),
  ];
}

function routesOf<K extends DistrictRuleKind>(deps: Deps, rule: RuleKind<K>): Route[] {
  return [readRoute(deps, rule), changeRoute(deps, rule)];
}

function readRoute<K extends DistrictRuleKind>(deps: Deps, rule: RuleKind<K>): Route {
  return route({
    method: 'get',
    path: rule.path,
    summary: `Read ${rule.about}`,
    action: 'district-rules.read',
    query: z.object({ district: DistrictId.optional() }),
    returns: versionsOf(rule),
    handle: async ({ query, account }) => {
      const district =
        query.district === undefined
          ? await districtOfAccount(deps, account!)
          : await readDistrict(deps.db, query.district);
      if (!district) throw notFound();
      return showRules(deps, district.id, rule);
    },
  });
}

function changeRoute<K extends DistrictRuleKind>(deps: Deps, rule: RuleKind<K>): Route {
  return route({
    method: 'put',
    path: rule.path,
    summary: `Change ${rule.about}`,
    action: 'district-rules.change',
    body: z.strictObject({
      districtId: DistrictId,
      rules: rule.shape,
      note: z.string().trim().max(300).optional(),
      /** The version that was changed, so that nobody overwrites what they have not seen; 0 where there is none. */
      basedOn: z.int().min(0),
    }),
    returns: versionsOf(rule),
    handle: async ({ body: { districtId, rules, note, basedOn }, account, access }) => {
      await access.must({ districtId });
      if (!(await readDistrict(deps.db, districtId))) throw notFound();
      rule.check?.(rules);
      const [newest] = await listRules(deps.db, districtId, rule.kind, 1);
      if ((newest?.number ?? 0) !== basedOn) throw savedByOther();
      await deps.audit.record({
        action: 'district-rules.change',
        account,
        on: { kind: 'district', id: districtId },
        changes: fieldChanges(newest?.rules ?? rule.standard, rules),
      });
      const isSaved = await saveRules(deps.db, {
        districtId,
        kind: rule.kind,
        number: basedOn + 1,
        rules,
        ...(note && { note }),
        accountId: account!.id,
        savedAt: deps.clock().toISOString(),
      });
      if (!isSaved) throw savedByOther();
      return showRules(deps, districtId, rule);
    },
  });
}

/** As `showRules` tells it; which kind of rules stands in it the compiler cannot follow. */
function versionsOf<K extends DistrictRuleKind>({ shape }: RuleKind<K>): z.ZodType {
  return z.object({
    districtId: z.string(),
    standard: shape,
    versions: z.array(
      z.object({
        number: z.int().min(1),
        rules: shape,
        note: z.string().optional(),
        savedAt: z.iso.datetime(),
        by: z.string().nullable(),
      }),
    ),
  });
}

/** `versions` newest first: the first one holds. Without any, what Trellis comes with does (`standard`). */
async function showRules<K extends DistrictRuleKind>(
  { db }: Pick<Deps, 'db'>,
  districtId: string,
  { kind, standard }: RuleKind<K>,
) {
  const versions = await listRules(db, districtId, kind);
  const names = await accountNames(
    db,
    versions.map(({ accountId }) => accountId),
  );
  return {
    districtId,
    standard,
    versions: versions.map(({ number, rules, note, savedAt, accountId }) => ({
      number,
      rules,
      ...(note !== undefined && { note }),
      savedAt,
      by: names.get(accountId) ?? null,
    })),
  };
}

function savedByOther(): AppError {
  return new AppError(
    409,
    'rules-changed',
    'Somebody else has saved these rules in the meantime. Look at theirs first; yours are still here.',
  );
}
