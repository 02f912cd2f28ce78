import { agreesForOneself } from '../../core/consents/rights-holder.ts';
import { type NamedStudent, shownName } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { organizationNames } from '../directory/record-names.ts';
import { listDisclosures } from '../disclosures/disclosure-store.ts';
import { seeDisclosures } from '../disclosures/see-disclosures.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { readConsents } from './consent-store.ts';
import { consentWords } from './consent-words.ts';
import { viewConsent } from './view-consent.ts';

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;

/** A student's consents and what was shared under them, as the school and the family read it. */
export async function showConsents(deps: Asked, student: NamedStudent, day: string, forSchool: boolean) {
  const sealer = await studentSealer(deps, student.id);
  const consents = await readConsents(deps.db, student.id);
  const shared = await seeDisclosures(deps, await listDisclosures(deps.db, { studentId: student.id }), day);
  const referrals = await listReferrals(deps.db, { studentIds: [student.id] });
  const organizationIds = [
    ...consents.flatMap(({ recipient }) => (recipient.kind === 'organization' ? [recipient.id] : [])),
    ...shared.map(({ disclosure }) => disclosure.organizationId),
    ...referrals.map(({ organizationId }) => organizationId),
  ];
  return {
    student: {
      id: student.id,
      schoolId: student.schoolId,
      number: student.localId,
      name: student.name ? shownName(student.name) : null,
      signsAlone: agreesForOneself(student, day),
    },
    /** Who may sign, for the school to choose from; a family sees no other family member here. */
    signers: forSchool ? student.contacts.filter(({ mayConsent }) => mayConsent).map(asSigner) : [],
    consents: sealer ? consents.map((consent) => viewConsent(consent, sealer, student, day)) : [],
    shared: shared.map(({ disclosure, state }) => {
      const { sealedMessage, studentId, schoolId, requestedBy, deletionConfirmedBy, ...facts } = disclosure;
      return { ...facts, ...state };
    }),
    /** What waits for a consent, and whom it is to be for. */
    drafts: referrals
      .filter(({ state }) => state === 'draft')
      .map(({ id, organizationId, wish }) => ({ id, organizationId, wish })),
    organizations: Object.fromEntries(await organizationNames(deps.db, organizationIds)),
    words: consentWords(deps.rules.consentForms),
  };
}
export type ConsentsPage = Awaited<ReturnType<typeof showConsents>>;

function asSigner({ id, name, relation, language }: NamedStudent['contacts'][number]) {
  return { id, name, relation, ...(language !== undefined && { language }) };
}
