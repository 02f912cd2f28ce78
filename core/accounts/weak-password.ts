/** Whom the password is for. */
export interface PasswordOwner {
  name: string;
  email: string;
}

export type PasswordWeakness = 'pattern' | 'frequent' | 'own-name';

/** Digits and signs that people put in a letter's place. */
const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
/** Fewer different characters than this are a pattern, however long. */
const LEAST_DIFFERENT = 5;
/** A password needs this much that is not its owner's name or address. */
const LEAST_OWN = 8;
/** More words than this, even frequent ones, are hard to guess. */
const MOST_WORDS = 3;
/** Shorter parts of a name stand in too many words. */
const LEAST_NAME_PART = 3;

/**
 * Why a password that is long enough is guessed early all the same (OWASP ASVS 5, 6.2.4 and 6.2.11; NIST SP 800-63B,
 * 3.1.1.2). `frequent` holds words in small letters.
 */
export function passwordWeakness(
  password: string,
  owner: PasswordOwner,
  frequent: ReadonlySet<string>,
): PasswordWeakness | undefined {
  const small = withoutAccents(password.toLowerCase());
  const dense = small.replace(/\s/g, '');
  if (isPattern(dense)) return 'pattern';
  if (lettersOf(small).some((letters) => isMadeOf(letters, frequent, MOST_WORDS))) return 'frequent';
  return leftWithout(dense, ownWords(owner)).length < LEAST_OWN ? 'own-name' : undefined;
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function isPattern(text: string): boolean {
  return new Set(text).size < LEAST_DIFFERENT || /^(.{1,10})\1+$/u.test(text) || isRun(text);
}

/** "abcdefghijkl", "987654321098": each the next, or each the one before; a 0 follows a 9. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((_, n) => text.charCodeAt(n + 1) - text.charCodeAt(n));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

/** The letters alone, and those with lookalikes read as letters, with and without what hangs at the ends. */
function lettersOf(text: string): string[] {
  const trimmed = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const read = (part: string) => [...part].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  return [text, read(text), read(trimmed)].map((part) => part.replace(/[^a-z]/g, '')).filter(Boolean);
}

/** Whether it is nothing but at most `most` of the words, one after the other. */
function isMadeOf(letters: string, words: ReadonlySet<string>, most: number): boolean {
  if (letters === '') return true;
  if (most === 0) return false;
  return Array.from(letters, (_, n) => n + 1).some(
    (end) => words.has(letters.slice(0, end)) && isMadeOf(letters.slice(end), words, most - 1),
  );
}

function ownWords({ name, email }: PasswordOwner): string[] {
  const parts = withoutAccents(`${name} ${email}`.toLowerCase()).split(/[^a-z0-9]+/);
  return parts.filter((part) => part.length >= LEAST_NAME_PART).sort((a, b) => b.length - a.length);
}

function leftWithout(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text);
}
