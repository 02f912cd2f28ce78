export const PAPER_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** A scan of a paper is rarely larger. */
export const MOST_PAPER_BYTES = 10 * 1024 * 1024;

/** A file of a paper, without a name: names that people give to files tell more than they know. */
export interface PaperFile {
  id: string;
  type: PaperType;
  bytes: number;
  at: string;
  by: string;
}

/** By which first bytes each kind is known (ISO 32000-1 7.5.2, PNG 5.2, JFIF). */
const BEGINNINGS: Record<PaperType, readonly number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** So many bytes tell the kind. */
export const PAPER_HEAD_BYTES = 8;

/** What a file is by its first bytes, whatever its name or type says; undefined where it is none of these. */
export function paperTypeOf(head: Uint8Array): PaperType | undefined {
  return PAPER_TYPES.find((type) => BEGINNINGS[type].every((byte, at) => head[at] === byte));
}

export interface WithFile {
  file?: PaperFile;
  /** What was there before the last change of it, null for nothing: one step can be taken back, and done again. */
  formerFile?: PaperFile | null;
}

/** With another file; what was there before is kept for taking it back, and what was before that is left over. */
export function withFile(paper: WithFile, file: PaperFile): { next: WithFile; leftOver: PaperFile | null } {
  return { next: { file, formerFile: paper.file ?? null }, leftOver: paper.formerFile ?? null };
}

/** As it was before the last change; undefined where there was none. */
export function withFormerFile({ file, formerFile }: WithFile): WithFile | undefined {
  if (formerFile === undefined) return undefined;
  return { ...(formerFile && { file: formerFile }), formerFile: file ?? null };
}
