import { normalizeHeader } from './map-headers.ts';

/** "password", "ext_studentPassword", "Pass phrase", "pwd", "contraseña": what nobody but its owner may know. */
const SECRET = /pass_?(?:word|wd|phrase|code|key)|passw|pwd|(?:^|_)secret(?:$|_)|contrase[nñ]a/;

/** The columns of a file whose cells are never made into values: passwords, by the names that the header gives them. */
export function blindColumns(headers: readonly string[]): ReadonlySet<number> {
  return new Set(headers.flatMap((header, index) => (SECRET.test(normalizeHeader(header)) ? [index] : [])));
}
