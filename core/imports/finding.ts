import { z } from 'zod';
import { FINDING_CODES, type FindingCode } from './finding-codes.ts';

/**
 * What was done with the value: `refused` the whole row is not used; `repaired` it was read in the way that the
 * message says; `left-out` the row is used without it; `kept` it is used as it came, and somebody should look.
 */
export const FINDING_ACTIONS = ['refused', 'repaired', 'left-out', 'kept'] as const;
export const FindingAction = z.enum(FINDING_ACTIONS);
export type FindingAction = z.infer<typeof FindingAction>;

/** One thing in an imported file that could not be used as it is, and what was done about it. */
export const Finding = z.object({
  file: z.string(),
  /** Line of the file on which the record begins, from 1; for JSON the number of the record; 0 for a whole file. */
  line: z.int().min(0),
  field: z.string().optional(),
  value: z.string().optional(),
  code: z.enum(Object.keys(FINDING_CODES) as [FindingCode, ...FindingCode[]]),
  message: z.string(),
  action: FindingAction,
  /** The row as it came, as JSON. For students only what says nothing about a person. */
  raw: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What a reader of rows says about a value; place and message are added by who knows them. */
export interface RowNote {
  code: FindingCode;
  action: FindingAction;
  field?: string;
  value?: string;
  /** Added to the code's sentence: what was made of it. */
  detail?: string;
}

export type Note = (note: RowNote) => void;

/** Where a row stands. */
export interface RowPlace {
  file: string;
  line: number;
  raw?: string | undefined;
}

/** The finding with its place and kind alone: nothing of what stands in the row. */
export function concealedFinding({ file, line, field, code, action }: Finding): Finding {
  return { file, line, code, action, message: FINDING_CODES[code], ...(field !== undefined && { field }) };
}

const SHOWN_LENGTH = 500;

/** Puts a note in its place, with the code's plain sentence. */
export function findingOf(note: RowNote, place: RowPlace): Finding {
  const { detail, value, ...rest } = note;
  const sentence = FINDING_CODES[note.code];
  return {
    ...rest,
    file: place.file,
    line: place.line,
    message: detail ? `${sentence} ${detail}` : sentence,
    ...(value === undefined ? {} : { value: shorten(value) }),
    ...(place.raw === undefined ? {} : { raw: place.raw }),
  };
}

function shorten(value: string): string {
  return value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
}
