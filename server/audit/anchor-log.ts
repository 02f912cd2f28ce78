import { type AuditAnchor, signAnchor, writeAnchor } from '../../core/audit/anchor.ts';
import type { Deps } from '../deps.ts';
import { saveAnchor } from './anchor-store.ts';
import { auditSigner } from './audit-signer.ts';
import { readHead } from './read-head.ts';

/**
 * Notes how far the log has come: in the database, signed, and in the lines that the process writes, which lie elsewhere.
 * Undefined while the log is empty.
 */
export async function anchorLog({
  db,
  config,
  log,
  clock,
}: Pick<Deps, 'db' | 'config' | 'log' | 'clock'>): Promise<AuditAnchor | undefined> {
  const head = await readHead(db);
  if (head.seq === 0) return undefined;
  const at = clock().toISOString();
  const anchor = signAnchor({ ...head, kind: 'daily', at }, auditSigner(config.keyRing));
  await saveAnchor(db, anchor);
  log.info({ anchor: writeAnchor(anchor) }, 'audit log anchored');
  return anchor;
}
