import type { ProposalList, ProposalView } from '../../core/corrections/field-view.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import type { CorrectionRecord } from './correction-collection.ts';
import { readProposed } from './correction-store.ts';
import { fieldVersion } from './field-version.ts';
import { isOpenTo } from './open-records.ts';
import { readStandings } from './standing.ts';
import { readCorrectors } from './view-fields.ts';

/** What is answered makes room for more. */
const MOST_SHOWN = 100;

type Proposed = CorrectionRecord & Required<Pick<CorrectionRecord, 'proposal'>> & { name: string };
type Reading = Pick<Deps, 'db'>;
type May = (organizationId: string) => boolean;

/** What sources say else of records that are open to somebody, the longest waiting first. */
export async function readOpenProposals(
  { db }: Reading,
  account: Account | null,
  may: May,
): Promise<Proposed[]> {
  const found = await readProposed(db);
  if (found.length === 0) return [];
  const standingOf = await readStandings(
    db,
    found.map(({ kind, recordId }) => ({ kind, id: recordId })),
  );
  const isOpen = isOpenTo(account, may);
  return found.flatMap((correction) => {
    const standing = standingOf({ kind: correction.kind, id: correction.recordId });
    const { proposal } = correction;
    return proposal && isOpen(standing) ? [{ ...correction, proposal, name: standing.name }] : [];
  });
}

export async function listProposals(
  deps: Reading,
  account: Account | null,
  may: May,
  source: string | undefined,
): Promise<ProposalList> {
  const open = await readOpenProposals(deps, account, may);
  const counts = new Map<string, number>();
  for (const { proposal } of open) counts.set(proposal.source, (counts.get(proposal.source) ?? 0) + 1);
  const asked = open.filter(({ proposal }) => source === undefined || proposal.source === source);
  const shown = asked.slice(0, MOST_SHOWN);
  const people = await readCorrectors(deps.db, shown);
  return {
    total: asked.length,
    sources: [...counts].map(([name, count]) => ({ source: name, count })),
    items: shown.map((each) => viewProposal(each, people)),
  };
}

function viewProposal(each: Proposed, people: Awaited<ReturnType<typeof readCorrectors>>): ProposalView {
  const { kind, recordId, field, value, proposal, name, by, at } = each;
  return {
    kind,
    id: recordId,
    field,
    value,
    proposal,
    name,
    by: people(by),
    at,
    version: fieldVersion(value, each),
  };
}
