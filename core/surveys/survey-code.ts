/** Letters and digits that nobody mistakes for each other (Crockford's base 32): 5 bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 60 bits: at a thousand guesses a second for a year, a code is found once in 36 million times. */
export const CODE_BYTES = 12;

/** A code of twelve signs from as many random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A code as somebody typed it from paper: with blanks or lines, in small letters, with O for 0. */
export function typedSurveyCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** "ABCD-EFGH-JKMN", as it stands on paper. */
export function shownCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
