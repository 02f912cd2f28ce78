import {
  type CorrectedBy,
  type Correction,
  correctionId,
  latestOfSource,
  type RecordKind,
  withoutProposal,
} from './correction.ts';
import { isSame } from './is-same.ts';

/** One field of one record of the directory. */
export interface FieldRef {
  kind: RecordKind;
  id: string;
  field: string;
}

/**
 * The correction that says `value` from now on; the one before where nothing changes. A person who says what a tool has
 * said stands in for it: then the source no longer has the last word.
 */
export function correct(
  { kind, id, field, value }: FieldRef & { value: unknown },
  { now, before, by, at }: { now: unknown; before: Correction | undefined; by: CorrectedBy; at: string },
): Correction | undefined {
  const takesOver = before && 'tool' in before.by && 'account' in by;
  if (isSame(value, now) && !takesOver) return before;
  const made: Correction = {
    id: correctionId(kind, id, field),
    kind,
    recordId: id,
    field,
    value: value ?? null,
    sourceValue: before ? before.sourceValue : (now ?? null),
    by,
    at,
    ...(before?.proposal && { proposal: before.proposal }),
  };
  return isSame(value, latestOfSource(made)) ? withoutProposal(made) : made;
}
