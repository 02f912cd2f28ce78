import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { NotOpen, notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import { type RecordRef, readStandings, type Standing } from './standing.ts';

/** The standing of a record that is open to who asks. */
export async function openRecord(
  { db }: Pick<Deps, 'db'>,
  ref: RecordRef,
  { access, account }: { access: Access; account: Account | null },
): Promise<Standing> {
  const standing = (await readStandings(db, [ref]))(ref);
  if (!standing) throw notFound();
  for (const organizationId of ownersOf(standing.organizationIds)) await access.must({ organizationId });
  if (!maySee(account, standing)) throw new NotOpen();
  return standing;
}

/** Which of many records are open to who asks. */
export function isOpenTo(account: Account | null, may: (organizationId: string) => boolean) {
  return (standing: Standing | undefined): standing is Standing =>
    standing !== undefined && ownersOf(standing.organizationIds).every(may) && maySee(account, standing);
}

/** Of a record that is nobody's only who reaches everything may ask: no organization has the empty id. */
function ownersOf(organizationIds: readonly string[]): readonly string[] {
  return organizationIds.length > 0 ? organizationIds : [''];
}

function maySee(account: Account | null, { isSecret, organizationIds }: Standing): boolean {
  if (!isSecret) return true;
  const may = (organizationId: string) => decide(account, 'corrections.secret', { organizationId }).allowed;
  return ownersOf(organizationIds).every(may);
}
