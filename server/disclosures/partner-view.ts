import { onlyRecords, type SharedContent } from '../../core/consents/shared-content.ts';
import { accountStore } from '../accounts/account-store.ts';
import { consentWords } from '../consents/consent-words.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { readSchool } from '../schools/school-store.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import type { SeenDisclosure } from './see-disclosures.ts';
import { contentAt, messageAt } from './send-disclosure.ts';

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;

/** What a recipient is told of each: which records, what for, until when, from whom; nothing of the student. */
export async function listForPartner(deps: Asked, seen: readonly SeenDisclosure[]) {
  const items = await Promise.all(seen.map((one) => outline(deps, one)));
  return { items, total: items.length, words: consentWords(deps.rules.consentForms) };
}

/** One with what is open of it today. The message was written for all of it, so it closes with the first part. */
export async function showToPartner(deps: Asked, seen: SeenDisclosure) {
  const { disclosure, state } = seen;
  const { sealedContent, sealedMessage, studentId } = disclosure;
  const sealer = state.open.length > 0 ? await studentSealer(deps, studentId) : undefined;
  const content: SharedContent =
    sealer && sealedContent ? JSON.parse(sealer.open(sealedContent, contentAt(disclosure))) : {};
  const message =
    sealer && sealedMessage && state.closed.length === 0
      ? sealer.open(sealedMessage, messageAt(disclosure.id))
      : undefined;
  return {
    ...(await outline(deps, seen)),
    content: onlyRecords(content, state.open),
    ...(message !== undefined && { message }),
    words: consentWords(deps.rules.consentForms),
  };
}

async function outline({ db }: Asked, { disclosure, state }: SeenDisclosure) {
  const { id, organizationId, schoolId, requestedBy, purpose, deliveredAt, deletionConfirmedAt } = disclosure;
  const [organization, school, sender] = await Promise.all([
    readOrganization(db, organizationId),
    readSchool(db, schoolId),
    accountStore(db).find(requestedBy),
  ]);
  return {
    id,
    organization: organization?.name ?? organizationId,
    from: { school: school?.name ?? '', person: sender?.name ?? '' },
    purpose,
    deliveredAt,
    ...state,
    ...(deletionConfirmedAt !== undefined && { deletionConfirmedAt }),
  };
}
