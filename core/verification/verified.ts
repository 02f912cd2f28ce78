/** Who said that what the directory says of a service is right. `source`: whoever the directory was imported from. */
export const VERIFIERS = ['partner', 'school', 'directory', 'source'] as const;
export type Verifier = (typeof VERIFIERS)[number];

export interface Verified {
  /** "YYYY-MM-DD" */
  on: string;
  by: Verifier;
}

/** When and by whom a service was last verified: here, or where it was imported from. Undefined: nobody knows. */
export function lastVerified(
  assuredDate: string | undefined,
  here: { at: string; by: Verifier } | undefined,
): Verified | undefined {
  const own: Verified | undefined = here && { on: here.at.slice(0, 10), by: here.by };
  if (assuredDate === undefined) return own;
  return own && own.on >= assuredDate ? own : { on: assuredDate, by: 'source' };
}
