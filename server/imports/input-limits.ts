/** Bounds of one input. They stop hostile archives; real directories stay far below. */
export interface InputLimits {
  /** Files in a folder or an archive. */
  files: number;
  /** Bytes of one file after unpacking. */
  fileBytes: number;
  /** Bytes of all files after unpacking. */
  totalBytes: number;
  /** How many times larger an entry may be than its packed form, from one megabyte on. */
  ratio: number;
}

export const INPUT_LIMITS: InputLimits = {
  files: 1000,
  fileBytes: 1024 ** 3,
  totalBytes: 2 * 1024 ** 3,
  ratio: 200,
};

/** The national file of students by school, grade, race and sex alone has some ten million rows. */
export const SCHOOL_LIMITS: Partial<InputLimits> = { fileBytes: 4 * 1024 ** 3, totalBytes: 6 * 1024 ** 3 };
