import type { Agreement } from '../../core/agreements/agreement.ts';
import { lastDayOf, statusOf } from '../../core/agreements/agreement-status.ts';
import { approvalOf } from '../../core/agreements/approval.ts';
import { deliveredOf } from '../../core/agreements/delivered.ts';
import { paperStates } from '../../core/agreements/paper-states.ts';
import { warnOfEnd } from '../../core/agreements/warn-of-end.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { accountNames } from '../accounts/account-names.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { listSchools } from '../schools/school-store.ts';
import { listAgreements, listDocuments } from './agreement-store.ts';

/** The page of one agreement: what was agreed, what has come of it, its papers and its history. */
export async function showAgreement(
  { db, rules, clock }: Pick<Deps, 'db' | 'rules' | 'clock'>,
  agreement: Agreement,
  may: { change: boolean; handIn: boolean },
) {
  const { organizationId, districtId, schoolIds } = agreement;
  const day = utcDay(clock());
  const of = { organizationId, districtId };
  const [organization, schools, papers, siblings] = await Promise.all([
    readOrganization(db, organizationId),
    listSchools(db),
    listDocuments(db, of),
    listAgreements(db, of),
  ]);
  const { deliveries, history, ...facts } = agreement;
  const names = await accountNames(db, [
    ...[...deliveries, ...history].map(({ by }) => by),
    ...papers.flatMap(({ handedInBy, checkedBy }) => [handedInBy, ...(checkedBy ? [checkedBy] : [])]),
  ]);
  const nameOf = (id: string | undefined) => (id === undefined ? null : (names.get(id) ?? null));
  const { warnDays } = rules.agreements;
  const warning = agreement.stage === 'signed' && warnOfEnd(lastDayOf(agreement), day, warnDays);
  return {
    agreement: facts,
    organization: { id: organizationId, name: organization?.name ?? organizationId },
    schools: schools.filter(({ id }) => schoolIds.includes(id)).map(({ id, name }) => ({ id, name })),
    status: statusOf(agreement, day, warnDays),
    lastDay: lastDayOf(agreement),
    ...(warning && { warning }),
    approval: approvalOf([agreement], papers, schoolIds[0], day),
    promises: deliveredOf(agreement, day),
    deliveries: deliveries.map(({ by, ...row }) => ({ ...row, by: nameOf(by) })),
    history: history.map(({ by, ...event }) => ({ ...event, by: nameOf(by) })).reverse(),
    papers: paperStates(agreement.demands, papers, day, warnDays),
    documents: papers.map(
      ({ handedInBy, checkedBy, file, formerFile, organizationId: _o, districtId: _d, ...paper }) => ({
        ...paper,
        file: file ? { type: file.type, bytes: file.bytes, at: file.at } : null,
        mayUndoFile: formerFile !== undefined,
        handedInBy: nameOf(handedInBy),
        checkedBy: nameOf(checkedBy),
      }),
    ),
    renewedBy: siblings.find(({ renewalOf }) => renewalOf === agreement.id)?.id ?? null,
    kinds: rules.documents,
    mayChange: may.change,
    mayHandIn: may.handIn,
  };
}
