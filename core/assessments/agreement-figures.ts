import type { Agreement } from '../agreements/agreement.ts';
import { isInForce, statusOf } from '../agreements/agreement-status.ts';
import { approvalOf, isForSchool } from '../agreements/approval.ts';
import { deliveredOf } from '../agreements/delivered.ts';
import type { PartnerDocument } from '../agreements/partner-document.ts';
import type { AgreementsFigure, PartnersFigure } from './live-figure.ts';

interface Known {
  /** Of one district. */
  agreements: readonly Agreement[];
  papers: readonly PartnerDocument[];
  day: string;
  warnDays: readonly number[];
}

/** Of a school: its own agreements and those of its whole district. Without one: all of the district. */
export function partnersFigure({ agreements, papers, day }: Known, schoolId?: string): PartnersFigure {
  const inForce = ofPlace(agreements, schoolId).filter((agreement) => isInForce(agreement, day));
  const partners = [...new Set(inForce.map(({ organizationId }) => organizationId))];
  const isApproved = (organizationId: string) => {
    const own = inForce.filter((agreement) => agreement.organizationId === organizationId);
    const handedIn = papers.filter((paper) => paper.organizationId === organizationId);
    // Of a district's figure each agreement counts, whichever schools it is for.
    return own.some(
      (agreement) => approvalOf([{ ...agreement, schoolIds: [] }], handedIn, schoolId, day).approved,
    );
  };
  return {
    kind: 'partners',
    asOf: day,
    partners: partners.length,
    approved: partners.filter(isApproved).length,
  };
}

export function agreementsFigure({ agreements, day, warnDays }: Known, schoolId?: string): AgreementsFigure {
  const inForce = ofPlace(agreements, schoolId).filter((agreement) => isInForce(agreement, day));
  const promises = inForce.flatMap((agreement) => deliveredOf(agreement, day));
  return {
    kind: 'agreements',
    asOf: day,
    inForce: inForce.length,
    ending: inForce.filter((agreement) => statusOf(agreement, day, warnDays) === 'expiring').length,
    promises: promises.length,
    kept: promises.filter(({ promised, delivered }) => delivered >= promised).length,
    late: promises.filter(({ late }) => late).length,
  };
}

function ofPlace(agreements: readonly Agreement[], schoolId: string | undefined): Agreement[] {
  return agreements.filter((agreement) => schoolId === undefined || isForSchool(agreement, schoolId));
}
