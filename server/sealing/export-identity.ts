import { randomBytes } from 'node:crypto';

/** 80 bits: nobody guesses one, and no two of an export are the same. */
const IDENTITY_BYTES = 10;

/**
 * Identities for the people of one export: the same person is the same in all its rows and somebody else in the next
 * export, so that two files cannot be laid side by side. Nothing leads back from them: they are kept nowhere.
 */
export function exportIdentity(): (id: string) => string {
  const given = new Map<string, string>();
  return (id) => {
    const known = given.get(id) ?? randomBytes(IDENTITY_BYTES).toString('hex');
    given.set(id, known);
    return known;
  };
}
