/**
 * Who is approved for a school (core/agreements), where its district asks for it. `demanded`: nobody else is matched;
 * otherwise it is said of each match and changes nothing.
 */
export interface SchoolApproval {
  demanded: boolean;
  organizationIds: ReadonlySet<string>;
}

/** By school. A school that is not in it asks for no approval. */
export type Approvals = ReadonlyMap<string, SchoolApproval>;

/** Whether the district's demand keeps this organization out. */
export function isKeptOut(approval: SchoolApproval | undefined, organizationId: string): boolean {
  return approval?.demanded === true && !approval.organizationIds.has(organizationId);
}

/** Canonical text of what approvals decide for a school, in whatever order they come. */
export function approvalKey(approval: SchoolApproval | undefined): string {
  return approval ? JSON.stringify([approval.demanded, [...approval.organizationIds].sort()]) : '';
}
