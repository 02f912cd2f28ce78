import { z } from 'zod';
import { isStricter } from '../directory/confidential.ts';
import type { Confidentiality } from '../directory/service.ts';
import { isSame } from './is-same.ts';

/** The records of the directory of which fields can be corrected. */
export const RECORD_KINDS = ['organization', 'service', 'location', 'service-at-location'] as const;
export const RecordKind = z.enum(RECORD_KINDS);
export type RecordKind = z.infer<typeof RecordKind>;

/** A person, whose word no source overwrites, or a tool, which yields as soon as the source says something else. */
export type CorrectedBy = { account: string } | { tool: 'geocoder' | 'merge' };

/** What a source says of a field since somebody corrected it, and nobody has answered yet. */
export interface Proposal {
  value: unknown;
  at: string;
  source: string;
}

/** A field that does not say what its source says. Null stands for a field that says nothing. */
export interface Correction {
  /** `correctionId` */
  id: string;
  kind: RecordKind;
  recordId: string;
  field: string;
  value: unknown;
  /** What the source said when it was corrected, or when somebody last chose between the two. */
  sourceValue: unknown;
  by: CorrectedBy;
  at: string;
  proposal?: Proposal;
  /** Taken back: `value` is what counts from now on, and the correction goes as soon as the record says it. */
  ended?: true;
}

export function correctionId(kind: RecordKind, recordId: string, field: string): string {
  return `${kind}:${recordId}:${field}`;
}

/** Whether more would be known of a place than before. */
export function reveals(field: string, from: unknown, to: unknown): boolean {
  return field === 'confidentiality' && isStricter(from as Confidentiality, to as Confidentiality);
}

/** What the source says now. */
export function latestOfSource({ proposal, sourceValue }: Correction): unknown {
  return proposal ? proposal.value : sourceValue;
}

/** The source's word upon a field that was corrected: what counts, and what is left of the correction (null: nothing). */
export interface Heard {
  value: unknown;
  correction: Correction | null;
}

export function hearSource(
  correction: Correction,
  said: unknown,
  { at, source }: { at: string; source: string },
): Heard {
  const { proposal, ...rest } = correction;
  const yields = correction.ended || (!isSame(said, rest.sourceValue) && givesWay(correction, said));
  if (yields) return { value: said, correction: null };
  const { value } = rest;
  if (isSame(said, rest.sourceValue)) return { value, correction: proposal ? rest : correction };
  if (isSame(said, value)) return { value, correction: { ...rest, sourceValue: value } };
  if (proposal && isSame(said, proposal.value)) return { value, correction };
  return { value, correction: { ...rest, proposal: { value: said, at, source } } };
}

/** A tool's word to any other of the source; and a place that its source hides more is hidden at once. */
function givesWay({ by, field, value }: Correction, said: unknown): boolean {
  if ('tool' in by) return true;
  return reveals(field, said, value);
}

/** As it is kept on: the person's value stays, and the source's is not proposed again. */
export function withoutProposal({ proposal, ...rest }: Correction): Correction {
  return proposal ? { ...rest, sourceValue: proposal.value } : rest;
}

/** As it ends: what the source says now counts. */
export function ending({ proposal, ...rest }: Correction): Correction {
  const value = proposal ? proposal.value : rest.sourceValue;
  return { ...rest, value, sourceValue: value, ended: true };
}
