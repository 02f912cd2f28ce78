import { z } from 'zod';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import { Weighting, weightingOf } from '../../core/matching/weighting.ts';
import type { Account } from '../accounts/account.ts';
import { accountNames } from '../accounts/account-names.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound, signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readDistrict } from '../settings/district-store.ts';
import { MatchingWeights } from './weights-answers.ts';
import { listVersions, saveVersion } from './weights-store.ts';

const DistrictId = z.string().min(1).max(100);

const NewWeights = Weighting.extend({
  districtId: DistrictId,
  note: z.string().trim().max(300).optional(),
  /** The version that was changed, so that nobody overwrites what they have not seen; 0 where there is none. */
  basedOn: z.int().min(0),
});

/** How much each factor of a match counts in a district, who changed it, when and why. */
export function weightsRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/matching-weights',
      summary: 'How much each factor of matching counts',
      action: 'weights.read',
      query: z.object({ district: DistrictId.optional() }),
      returns: MatchingWeights,
      handle: async ({ query }) => {
        const district = await readDistrict(deps.db, query.district);
        if (!district) throw notFound();
        return showWeights(deps, district.id);
      },
    }),
    route({
      method: 'put',
      path: '/matching-weights',
      summary: 'Change that for a district',
      action: 'weights.change',
      body: NewWeights,
      returns: MatchingWeights,
      handle: async ({ body, account, access }) => {
        await access.must({ districtId: body.districtId });
        if (!account) throw signInNeeded();
        const district = await readDistrict(deps.db, body.districtId);
        if (!district) throw notFound();
        await changeWeights(deps, body, account);
        return showWeights(deps, district.id);
      },
    }),
  ];
}

async function changeWeights(
  { db, rules, audit, clock }: Deps,
  { districtId, basedOn, note, ...weighting }: z.output<typeof NewWeights>,
  account: Account,
): Promise<void> {
  const [newest] = await listVersions(db, districtId, 1);
  if ((newest?.number ?? 0) !== basedOn) throw savedByOther();
  await audit.record({
    action: 'weights.change',
    account,
    on: { kind: 'district', id: districtId },
    changes: fieldChanges(flat(newest ?? rules.matching), flat(weighting)),
  });
  const isSaved = await saveVersion(db, {
    districtId,
    number: basedOn + 1,
    ...weighting,
    ...(note && { note }),
    accountId: account.id,
    savedAt: clock().toISOString(),
  });
  if (!isSaved) throw savedByOther();
}

/** `versions` newest first: the first one holds. Without any, data/matching does (`standard`). */
async function showWeights({ db, rules }: Deps, districtId: string) {
  const versions = await listVersions(db, districtId);
  const names = await accountNames(
    db,
    versions.map(({ accountId }) => accountId),
  );
  const { fit } = rules.matching;
  return {
    districtId,
    standard: weightingOf(rules.matching),
    fit,
    versions: versions.map(({ id: _i, districtId: _d, accountId, ...version }) => ({
      ...version,
      by: names.get(accountId) ?? null,
    })),
  };
}

function flat({ weights, travelHalfMinutes }: Weighting): Record<string, number> {
  return { ...weights, travelHalfMinutes };
}

function savedByOther(): AppError {
  return new AppError(
    409,
    'weights-changed',
    'Somebody else has saved weights in the meantime. Look at theirs first; yours are still here.',
  );
}
