/** What every referral that is not sent yet begins with. */
export function newDraft(accountId: string, now: Date) {
  const at = now.toISOString();
  return {
    state: 'draft' as const,
    stateAt: at,
    version: 0,
    createdAt: at,
    createdBy: accountId,
    history: [],
  };
}

/** How a referral begins: sent where a consent covers it, else a draft. */
export function newReferral({
  accountId,
  now,
  isCovered,
  dueAt,
}: {
  accountId: string;
  now: Date;
  isCovered: boolean;
  dueAt: string;
}) {
  const draft = newDraft(accountId, now);
  if (!isCovered) return draft;
  const sent = { at: draft.stateAt, by: accountId, from: 'draft' as const, to: 'requested' as const };
  return { ...draft, state: 'requested' as const, dueAt, history: [sent] };
}
