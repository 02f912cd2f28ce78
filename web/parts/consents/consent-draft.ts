import type { ConsentTerms, Recipient } from '../../../core/consents/consent.ts';
import { lastDay } from '../../../core/consents/last-day.ts';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import { recordsFor } from '../../../core/referrals/referral.ts';
import type { ConsentsPage } from '../../api/consents.ts';
import type { Language } from '../../text/translate.ts';

/** What is being chosen; whole once nothing is missing. */
export interface ConsentDraft {
  kind: Recipient['kind'];
  organization: { id: string; name: string } | null;
  term: string;
  records: readonly RecordCategory[];
  purpose: string;
  until: string;
  language: Language;
}

/** What a referral that waits asks for; the address names the referral and nothing of what it is about. */
export function askedFor(
  referralId: string | undefined,
  { drafts, organizations }: Pick<ConsentsPage, 'drafts' | 'organizations'>,
): Pick<ConsentDraft, 'organization' | 'records'> {
  const draft = drafts.find(({ id }) => id === referralId);
  if (!draft) return { organization: null, records: [] };
  const { organizationId: id, wish } = draft;
  return {
    organization: { id, name: organizations[id] ?? id },
    records: recordsFor({ wish, state: 'accepted' }),
  };
}

/** The end of the school year (June 30) that `today` ("YYYY-MM-DD") lies in; in June the next one. */
export function endOfSchoolYear(today: string): string {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const end = `${month < 6 ? year : year + 1}-06-30`;
  return end > lastDay(today) ? lastDay(today) : end;
}

export type MissingPart = 'who' | 'what' | 'until';

export function missingParts(draft: ConsentDraft, today: string): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.kind === 'organization' ? !draft.organization : !draft.term) missing.push('who');
  if (draft.records.length === 0) missing.push('what');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.until) || draft.until < today || draft.until > lastDay(today))
    missing.push('until');
  return missing;
}

/** The terms of a draft from which nothing is missing. */
export function termsOf({
  kind,
  organization,
  term,
  records,
  purpose,
  until,
  language,
}: ConsentDraft): ConsentTerms {
  const recipient: Recipient =
    kind === 'organization' ? { kind, id: organization?.id ?? '' } : { kind, terms: [term] };
  return { records: [...records], purpose, recipient, expiresAt: until, language };
}

/** Today by the person's own calendar, "YYYY-MM-DD". */
export function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
