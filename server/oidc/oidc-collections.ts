import type { CollectionSpec } from '../store/collection.ts';

/** A sign-in that has gone to a service and is not back yet. */
export interface AttemptRecord {
  /** Keyed hash of the state that the service sends back. */
  id: string;
  provider: string;
  /** Keyed hash of the cookie: only the browser that went can come back. */
  browser: string;
  /** Sealed. */
  nonce: string;
  /** PKCE's, sealed. */
  verifier: string;
  /** Where the person wanted to go: a path of ours. */
  next: string;
  expiresAt: Date;
}

export const attemptCollection: CollectionSpec = {
  name: 'sign-in-attempts',
  indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
};

/** An account as a service knows it. From the first time on it is known by this, whatever becomes of its e-mail address. */
export interface IdentityRecord {
  /** Hash of issuer and subject. */
  id: string;
  issuer: string;
  subject: string;
  provider: string;
  accountId: string;
  linkedAt: string;
  usedAt: string;
}

/** One of a service for each account: an address that was given to somebody else opens nothing of its older owner's. */
export const identityCollection: CollectionSpec = {
  name: 'identities',
  indexes: [[{ accountId: 1, issuer: 1 }, { unique: true }]],
};

export const oidcCollections: CollectionSpec[] = [attemptCollection, identityCollection];
