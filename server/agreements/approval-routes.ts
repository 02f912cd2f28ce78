import { z } from 'zod';
import { ApprovalMode } from '../../core/agreements/agreement-rules.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { listSchools } from '../schools/school-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import { mustAny } from './agreement-resource.ts';
import { ApprovalSettings } from './agreements-answers.ts';
import { approvalModes, saveApprovalMode } from './approval-settings.ts';

const DistrictId = z.string().min(1).max(100);

/** Whether a district matches students with approved partners only. */
export function approvalRoutes(deps: Deps): Route[] {
  const { db } = deps;

  async function show(districtId: string) {
    const modes = await approvalModes(deps, [districtId]);
    return { districtId, mode: modes.get(districtId)! };
  }

  return [
    route({
      method: 'get',
      path: '/approval-settings',
      summary: 'What a district asks of partners before they are matched',
      action: 'approvals.read',
      query: z.object({ district: DistrictId.optional() }),
      returns: ApprovalSettings,
      handle: async ({ query, access }) => {
        const district = await readDistrict(db, query.district);
        if (!district) throw notFound();
        const districtId = district.id;
        const schools = await listSchools(db);
        const own = schools.filter((school) => school.districtId === districtId);
        await mustAny(access, [{ districtId }, ...own.map(({ id }) => ({ districtId, schoolIds: [id] }))]);
        return show(districtId);
      },
    }),
    route({
      method: 'put',
      path: '/approval-settings',
      summary: 'Change that',
      action: 'approvals.change',
      body: z.strictObject({ districtId: DistrictId, mode: ApprovalMode }),
      returns: ApprovalSettings,
      handle: async ({ body: { districtId, mode }, account, access }) => {
        await access.must({ districtId });
        if (!(await readDistrict(db, districtId))) throw notFound();
        await deps.audit.record({
          action: 'approvals.change',
          account,
          on: { kind: 'district', id: districtId },
          changes: fieldChanges({ mode: (await show(districtId)).mode }, { mode }),
        });
        const savedAt = deps.clock().toISOString();
        await saveApprovalMode(db, { id: districtId, mode, savedBy: account!.id, savedAt });
        return show(districtId);
      },
    }),
  ];
}
