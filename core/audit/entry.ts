import type { Role } from '../accounts/role.ts';
import type { Action } from '../policy/actions.ts';

/** Who did it: somebody with an account, or Trellis itself (a job, the command line). */
export interface AuditActor {
  kind: 'account' | 'system';
  accountId?: string;
  /** The administrator who looked through this account's eyes. */
  viewedBy?: string;
  roles: Role[];
}

/** What somebody outside the school received (34 CFR 99.32). */
export interface Disclosure {
  recipient: { kind: 'organization' | 'person'; id?: string; name: string };
  /** Which parts of the record, as in "needs". */
  records: string[];
  purpose: string;
  consentId?: string;
}

export interface FieldChange {
  field: string;
  from?: unknown;
  to?: unknown;
}

/** What happened over HTTP has the name of its action in the policy; what Trellis does by itself one of its own. */
export type AuditAction = Action | `system.${string}`;

/** For runs over many students: which fields changed for which of them. */
export interface FieldsOfMany {
  fields: string[];
  studentIds: string[];
}

/** An entry as it is kept. Nothing in it says who a student is: ids are random, values and words are sealed. */
export interface AuditEntry {
  /** 1, 2, 3 … without a hole. */
  seq: number;
  /** Drawn at random; what is sealed opens only in the entry of its own. */
  ref: string;
  at: string;
  action: AuditAction;
  actor: AuditActor;
  studentIds: string[];
  on?: { kind: string; id: string };
  /** A code of data/audit/reasons.json. */
  why?: string;
  disclosure?: Pick<Disclosure, 'records' | 'consentId'> & {
    recipient: Pick<Disclosure['recipient'], 'kind' | 'id'>;
  };
  /** Which fields changed. */
  fields?: string[];
  fieldsOfMany?: FieldsOfMany[];
  counts?: Record<string, number>;
  sealed?: SealedPart[];
  /** Id of the key that made `mac`. */
  key: string;
  /** The `mac` of the entry before; of the first, `CHAIN_START`. */
  prev: string;
  mac: string;
}

/** An entry before it has its place in the chain. */
export type UnchainedEntry = Omit<AuditEntry, 'seq' | 'key' | 'prev' | 'mac'>;

/** JSON of `SealedDetails`, sealed for one student with the student's own key, or with the ring (no `studentId`). */
export interface SealedPart {
  studentId?: string;
  text: string;
}

export interface SealedDetails {
  changes?: FieldChange[];
  recipientName?: string;
  purpose?: string;
  note?: string;
}
