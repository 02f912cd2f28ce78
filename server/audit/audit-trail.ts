import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Signer } from '../../core/audit/chain.ts';
import type {
  AuditAction,
  AuditActor,
  Disclosure,
  FieldChange,
  FieldsOfMany,
  UnchainedEntry,
} from '../../core/audit/entry.ts';
import type { Subject } from '../../core/policy/decide.ts';
import { AppError } from '../http/app-error.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { createAppender } from './append-entries.ts';
import { sealDetails } from './seal-details.ts';

/** What is to be written down. Values, words and names are sealed before they are stored. */
export interface AuditRecord {
  action: AuditAction;
  /** Null: Trellis itself, in a job or on the command line. */
  account: Pick<Subject, 'id' | 'grants' | 'viewedBy'> | null;
  studentIds?: readonly string[];
  /** What it was done to, where that is no student. */
  on?: { kind: string; id: string };
  /** A code of data/audit/reasons.json. */
  why?: string;
  /** Words of whoever did it. */
  note?: string;
  disclosure?: Disclosure;
  changes?: readonly FieldChange[];
  fieldsOfMany?: FieldsOfMany[];
  counts?: Record<string, number>;
}

export interface AuditTrail {
  /**
   * Resolves when the entry is stored. Ask before what it tells of is handed over or done.
   * @throws AppError 503 `log-unavailable` when it cannot be stored: then nothing may be shown.
   */
  record(entry: AuditRecord): Promise<void>;
}

interface TrailParts {
  db: Connection;
  sealing: Sealing;
  signer: Signer;
  reasons: readonly { code: string }[];
  log: Pick<Logger, 'error'>;
  clock?: () => Date;
}

/** 128 bits. */
const REF_BYTES = 16;

export function createAuditTrail(parts: TrailParts): AuditTrail {
  const { db, signer, reasons, log, clock = () => new Date() } = parts;
  const codes = new Set(reasons.map(({ code }) => code));
  const append = createAppender(db, signer);
  return {
    async record(given) {
      if (given.why !== undefined && !codes.has(given.why))
        throw new Error(`data/audit/reasons.json has no reason ${given.why}`);
      try {
        await append(await toEntry(parts, given, clock()));
      } catch (cause) {
        log.error({ err: cause, action: given.action }, 'the audit log cannot be written');
        throw unavailable();
      }
    },
  };
}

async function toEntry(parts: TrailParts, given: AuditRecord, now: Date): Promise<UnchainedEntry> {
  const { action, account, studentIds = [], on, why, disclosure, changes, fieldsOfMany, counts } = given;
  const ref = randomBytes(REF_BYTES).toString('base64url');
  const sealed = await sealDetails(parts, ref, given);
  return {
    ref,
    at: now.toISOString(),
    action,
    actor: actorOf(account),
    studentIds: [...new Set(studentIds)],
    ...(on && { on }),
    ...(why !== undefined && { why }),
    ...(disclosure && { disclosure: openPartOf(disclosure) }),
    ...(changes && changes.length > 0 && { fields: changes.map(({ field }) => field) }),
    ...(fieldsOfMany && { fieldsOfMany }),
    ...(counts && { counts }),
    ...(sealed.length > 0 && { sealed }),
  };
}

function actorOf(account: AuditRecord['account']): AuditActor {
  if (!account) return { kind: 'system', roles: [] };
  const { id, viewedBy, grants } = account;
  const roles = [...new Set(grants.map(({ role }) => role))];
  return { kind: 'account', accountId: id, ...(viewedBy !== undefined && { viewedBy }), roles };
}

/** Names and purposes are words about people: they are sealed. */
function openPartOf({ recipient: { kind, id }, records, consentId }: Disclosure) {
  return {
    recipient: { kind, ...(id !== undefined && { id }) },
    records,
    ...(consentId !== undefined && { consentId }),
  };
}

function unavailable(): AppError {
  return new AppError(
    503,
    'log-unavailable',
    'We write down who sees and changes what, and cannot do so right now. So this was not done. Please try again.',
  );
}
