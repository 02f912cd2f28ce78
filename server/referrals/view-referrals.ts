import type { RecordCategory } from '../../core/consents/record-category.ts';
import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import type { Party } from '../../core/referrals/referral-state.ts';
import { readPeople } from '../audit/read-people.ts';
import type { Deps } from '../deps.ts';
import { readNamesOf } from '../directory/record-names.ts';
import { type StudentSealer, studentSealers } from '../sealing/student-sealer.ts';
import { referralConsents } from './referral-consent.ts';
import { messagePlace } from './shared-with-partner.ts';
import { notePlace } from './turn-referral.ts';

/** One change as people read it. */
export type ReferralStep = Omit<ReferralChange, 'by' | 'sealedNote'> & {
  by: Party;
  /** Whose account it was; absent where it was none. */
  name?: string;
  note?: string;
};

/** A referral as the school and the family read it. */
export type ReferralView = Omit<
  Referral,
  'history' | 'sealedMessage' | 'districtId' | 'createdBy' | 'way'
> & {
  serviceName: string;
  organizationName: string;
  createdBy: string;
  message?: string;
  /** Of a draft: what no consent covers yet. */
  missing?: RecordCategory[];
  steps: ReferralStep[];
};

/** A constant number of round trips, however many they are. */
export async function viewReferrals(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  referrals: readonly Referral[],
  day: string,
): Promise<ReferralView[]> {
  const accounts = referrals.flatMap(({ createdBy, history }) => [createdBy, ...history.map(({ by }) => by)]);
  const [names, sealers, people, consentFor] = await Promise.all([
    readNamesOf(deps.db, {
      serviceIds: referrals.map(({ serviceId }) => serviceId),
      organizationIds: referrals.map(({ organizationId }) => organizationId),
    }),
    studentSealers(deps, [...new Set(referrals.map(({ studentId }) => studentId))]),
    readPeople(
      deps.db,
      accounts.map((accountId) => ({ kind: 'account', accountId, roles: [] })),
    ),
    referralConsents(
      deps,
      referrals.filter(({ state }) => state === 'draft'),
      day,
    ),
  ]);
  return referrals.map((referral) => {
    const { history, sealedMessage, districtId, way, ...facts } = referral;
    const sealer = sealers.get(referral.studentId);
    const missing = referral.state === 'draft' ? consentFor(referral)?.missing : undefined;
    return {
      ...facts,
      serviceName: names.services.get(referral.serviceId) ?? '',
      organizationName: names.organizations.get(referral.organizationId) ?? '',
      createdBy: people.get(referral.createdBy)?.name ?? '',
      ...(sealer && sealedMessage && { message: sealer.open(sealedMessage, messagePlace(referral.id)) }),
      ...(missing && { missing }),
      steps: history.map((change, n) => stepOf(referral.id, change, n, { sealer, people })),
    };
  });
}

function stepOf(
  id: string,
  { by, sealedNote, ...change }: ReferralChange,
  n: number,
  { sealer, people }: { sealer: StudentSealer | undefined; people: Awaited<ReturnType<typeof readPeople>> },
): ReferralStep {
  const person = people.get(by);
  const isPartner = by === 'partner-link' || person?.grants.some(({ role }) => role === 'partner');
  return {
    ...change,
    by: by === 'system' ? 'system' : isPartner ? 'partner' : 'school',
    ...(person && { name: person.name }),
    ...(sealer && sealedNote !== undefined && { note: sealer.open(sealedNote, notePlace(id, n)) }),
  };
}
