import type { Agreement } from '../../core/agreements/agreement.ts';
import { lastDayOf, statusOf } from '../../core/agreements/agreement-status.ts';
import { deliveredOf } from '../../core/agreements/delivered.ts';
import { paperStates } from '../../core/agreements/paper-states.ts';
import { warnOfEnd } from '../../core/agreements/warn-of-end.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { organizationNames } from '../directory/record-names.ts';
import { listSchools } from '../schools/school-store.ts';
import type { DocumentRecord } from './agreement-collections.ts';
import { readingResources } from './agreement-resource.ts';
import { type AgreementFilter, listAgreements, listDocuments } from './agreement-store.ts';

type Reading = Pick<Deps, 'db' | 'rules' | 'clock'>;

/** An agreement as a row of the list. */
export interface AgreementRow {
  id: string;
  title: string;
  organization: { id: string; name: string };
  /** Empty: the whole district. */
  schools: { id: string; name: string }[];
  stage: Agreement['stage'];
  status: ReturnType<typeof statusOf>;
  startsOn: string;
  lastDay: string;
  warning?: { daysLeft: number; step: number };
  papers: ReturnType<typeof paperStates>;
  /** Papers that wait to be checked. */
  toCheck: number;
  /** Promises whose day is past and of which something lacks. */
  late: number;
}

/** The agreements that are open to who asks, those that end first on top. A constant number of queries. */
export async function openAgreements(
  deps: Reading,
  isOpen: (resource: Resource) => boolean,
  of: AgreementFilter = {},
): Promise<AgreementRow[]> {
  const [found, papers, schools] = await Promise.all([
    listAgreements(deps.db, of),
    listDocuments(deps.db, of),
    listSchools(deps.db),
  ]);
  const open = found.filter((agreement) => readingResources(agreement, schools).some(isOpen));
  const names = await organizationNames(
    deps.db,
    open.map(({ organizationId }) => organizationId),
  );
  return open
    .map((agreement) => toRow(deps, agreement, { papers, schools, names }))
    .sort((a, b) => (a.lastDay === b.lastDay ? (a.id < b.id ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1));
}

interface Beside {
  papers: readonly DocumentRecord[];
  schools: readonly School[];
  names: ReadonlyMap<string, string>;
}

function toRow({ rules, clock }: Reading, agreement: Agreement, beside: Beside): AgreementRow {
  const day = utcDay(clock());
  const { warnDays } = rules.agreements;
  const { id, title, organizationId, districtId, schoolIds, stage, startsOn } = agreement;
  const papers = beside.papers.filter(
    (paper) => paper.organizationId === organizationId && paper.districtId === districtId,
  );
  const lastDay = lastDayOf(agreement);
  const warning = stage === 'signed' ? warnOfEnd(lastDay, day, warnDays) : undefined;
  return {
    id,
    title,
    organization: { id: organizationId, name: beside.names.get(organizationId) ?? organizationId },
    schools: beside.schools
      .filter((school) => schoolIds.includes(school.id))
      .map((school) => ({ id: school.id, name: school.name })),
    stage,
    status: statusOf(agreement, day, warnDays),
    startsOn,
    lastDay,
    ...(warning && { warning }),
    papers: paperStates(agreement.demands, papers, day, warnDays),
    toCheck: papers.filter(({ state }) => state === 'to-check').length,
    late: deliveredOf(agreement, day).filter(({ late }) => late).length,
  };
}
