import type { Connection } from 'mongoose';
import { approvalOf } from '../../core/agreements/approval.ts';
import type { Approvals, SchoolApproval } from '../../core/matching/approvals.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { readSchool } from '../schools/school-store.ts';
import type { AgreementRecord, DocumentRecord } from './agreement-collections.ts';
import { listAgreements, listDocuments } from './agreement-store.ts';
import { approvalModes } from './approval-settings.ts';

type PolicySchool = Pick<School, 'id' | 'districtId'>;

/** The organizations that are approved today for a school; for a district those approved for all of its schools. */
export async function approvedAt(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  schoolOrDistrictId: string,
): Promise<Set<string>> {
  const school = await readSchool(db, schoolOrDistrictId);
  const districtId = school?.districtId ?? schoolOrDistrictId;
  const partners = await partnersOf(db, [districtId]);
  return approvedAmong(partners, districtId, school?.id, utcDay(clock()));
}

/** What matching goes by at these schools on a day: nothing at schools whose district asks for no approval. */
export async function approvalsOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  schools: readonly PolicySchool[],
  day: string,
): Promise<Approvals> {
  const modes = await approvalModes(
    { db, rules },
    schools.map(({ districtId }) => districtId),
  );
  const asking = [...modes].filter(([, mode]) => mode !== 'off').map(([districtId]) => districtId);
  const partners = await partnersOf(db, asking);
  const approvals = new Map<string, SchoolApproval>();
  for (const { id, districtId } of schools) {
    if (!asking.includes(districtId)) continue;
    const organizationIds = approvedAmong(partners, districtId, id, day);
    approvals.set(id, { demanded: modes.get(districtId) === 'demanded', organizationIds });
  }
  return approvals;
}

/** Agreements and papers of one organization with one district. */
interface Partner {
  districtId: string;
  organizationId: string;
  agreements: AgreementRecord[];
  papers: DocumentRecord[];
}

async function partnersOf(db: Connection, districtIds: readonly string[]): Promise<Partner[]> {
  if (districtIds.length === 0) return [];
  const of = { districtId: { $in: districtIds } };
  const [agreements, papers] = await Promise.all([listAgreements(db, of), listDocuments(db, of)]);
  const partners = new Map<string, Partner>();
  for (const agreement of agreements) {
    const { districtId, organizationId } = agreement;
    const key = JSON.stringify([districtId, organizationId]);
    const partner = partners.get(key) ?? { districtId, organizationId, agreements: [], papers: [] };
    partner.agreements.push(agreement);
    partners.set(key, partner);
  }
  for (const paper of papers)
    partners.get(JSON.stringify([paper.districtId, paper.organizationId]))?.papers.push(paper);
  return [...partners.values()];
}

function approvedAmong(
  partners: readonly Partner[],
  districtId: string,
  schoolId: string | undefined,
  day: string,
): Set<string> {
  const approved = partners.filter(
    (partner) =>
      partner.districtId === districtId &&
      approvalOf(partner.agreements, partner.papers, schoolId, day).approved,
  );
  return new Set(approved.map(({ organizationId }) => organizationId));
}
