import type { Agreement } from './agreement.ts';
import { isInForce, lastDayOf } from './agreement-status.ts';
import type { PartnerDocument } from './partner-document.ts';

type ForApproval = Pick<
  Agreement,
  'id' | 'schoolIds' | 'stage' | 'startsOn' | 'endsOn' | 'endedOn' | 'demands'
>;
type Paper = Pick<PartnerDocument, 'kind' | 'state' | 'validUntil'>;

/** Whether a partner is approved for a school on a day: by which agreement and how long, or what is missing. */
export type PartnerApproval =
  | { approved: true; agreementId: string; until: string }
  | { approved: false; why: 'no-agreement' }
  /** Of the agreement that lacks the fewest. */
  | { approved: false; why: 'documents'; agreementId: string; missing: string[] };

/**
 * Approved is who has an agreement for the school that is in force on the day, and all documents that it demands,
 * accepted and valid on the day. Derived each time and never stored, so nobody stays approved by being forgotten.
 *
 * @param agreements those of one organization with one district
 * @param papers its documents there
 * @param schoolId undefined: the whole district
 */
export function approvalOf(
  agreements: readonly ForApproval[],
  papers: readonly Paper[],
  schoolId: string | undefined,
  day: string,
): PartnerApproval {
  const inForce = agreements.filter(
    (agreement) => isForSchool(agreement, schoolId) && isInForce(agreement, day),
  );
  const judged = inForce.map((agreement) => judge(agreement, papers, day));
  const best = judged.sort(compare)[0];
  if (!best) return { approved: false, why: 'no-agreement' };
  const { agreementId, missing, until } = best;
  if (missing.length > 0) return { approved: false, why: 'documents', agreementId, missing };
  return { approved: true, agreementId, until };
}

/** One that names no school is for all of its district. */
export function isForSchool({ schoolIds }: Pick<Agreement, 'schoolIds'>, schoolId: string | undefined) {
  return schoolIds.length === 0 || (schoolId !== undefined && schoolIds.includes(schoolId));
}

interface Judged {
  agreementId: string;
  missing: string[];
  /** The last day on which nothing is missing. */
  until: string;
}

function judge(agreement: ForApproval, papers: readonly Paper[], day: string): Judged {
  const missing: string[] = [];
  let until = lastDayOf(agreement);
  for (const kind of agreement.demands) {
    const valid = papers.filter((paper) => paper.kind === kind && isValid(paper, day));
    if (valid.length === 0) missing.push(kind);
    else if (valid.every(({ validUntil }) => validUntil !== undefined)) {
      const last = valid
        .map(({ validUntil }) => validUntil!)
        .sort()
        .at(-1)!;
      if (last < until) until = last;
    }
  }
  return { agreementId: agreement.id, missing, until };
}

/** Accepted, and not over. */
export function isValid({ state, validUntil }: Paper, day: string): boolean {
  return state === 'accepted' && (validUntil === undefined || day <= validUntil);
}

/** The fewest missing, then the longest, then by id: the same in any order of input. */
function compare(a: Judged, b: Judged): number {
  if (a.missing.length !== b.missing.length) return a.missing.length - b.missing.length;
  if (a.until !== b.until) return a.until > b.until ? -1 : 1;
  return a.agreementId < b.agreementId ? -1 : 1;
}
