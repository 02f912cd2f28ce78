import { readFile } from 'node:fs/promises';

/** A row of docs/security.md about one requirement. */
export interface SecurityRow {
  id: string;
  words: string;
  status: string;
  where: string;
  /** What the row names as its proof: a file of tests, and the beginning of a test's name there. */
  tests: { file: string; name: string }[];
}

const TEST = /`(test\/[^`]+)` “([^”]+)”/g;

export async function readSecurityRows(): Promise<SecurityRow[]> {
  const text = await readFile(new URL('../../docs/security.md', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| v\d/.test(line))
    .map(readRow);
}

function readRow(line: string): SecurityRow {
  const [, id = '', words = '', status = '', where = '', ...rest] = line
    .split('|')
    .map((cell) => cell.trim());
  if (rest.length !== 1) throw new Error(`docs/security.md: not a row of four cells: ${line}`);
  const tests = [...where.matchAll(TEST)].map(([, file = '', name = '']) => ({ file, name }));
  return { id, words, status, where, tests };
}
