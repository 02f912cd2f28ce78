import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { readConfig } from '../../server/config.ts';
import { INPUT_LIMITS } from '../../server/imports/input-limits.ts';
import { ASVS_LEVELS } from './asvs-ids.ts';
import { readSecurityRows, type SecurityRow } from './read-security-rows.ts';

const root = new URL('../../', import.meta.url);
const PARTS = [
  'What it protects, and from whom',
  'Where trust ends',
  'How to report a flaw',
  'What the operator must do',
  'What is kept, and how',
  'Ways to sign in',
  'Limits',
  'Keys',
  'What is written down',
  'Whom Trellis talks to',
  'Packages',
];

describe('docs/security.md', () => {
  let rows: SecurityRow[];
  before(async () => {
    rows = await readSecurityRows();
  });

  it('says of every requirement of ASVS 5.0.0 of levels 1 and 2 once how it stands', () => {
    expect(ASVS_LEVELS.size).to.equal(253);
    expect(rows.map(({ id }) => id)).to.deep.equal(inOrder([...ASVS_LEVELS.keys()]));
  });

  it('says held, not applicable or open, and nothing between', () => {
    const others = rows.filter(({ status }) => !['held', 'not applicable', 'open'].includes(status));
    expect(others).to.deep.equal([]);
  });

  it('says in own words what is asked, in eight at most, and where or why', () => {
    for (const { id, words, where } of rows) {
      expect(words.split(/\s+/).length, id).to.be.within(1, 8);
      expect(where, id).not.to.equal('');
    }
  });

  it('names for all that is held a test that is there', async () => {
    const unproven = rows.filter(({ status, tests }) => status === 'held' && tests.length === 0);
    expect(unproven.map(({ id }) => id)).to.deep.equal([]);
    for (const { id, tests } of rows) for (const test of tests) await expectTest(id, test);
  });

  it('names only files that are there', () => {
    const paths = rows.flatMap(({ id, where }) =>
      [...where.matchAll(/`((?:core|data|docs|scripts|server|test|web|workers)\/[^`]*?)`/g)].map(
        ([, path = '']) => [id, path] as const,
      ),
    );
    expect(paths.filter(([, path]) => !existsSync(new URL(path, root)))).to.deep.equal([]);
  });

  it('has the parts that people look for, none of them empty', async () => {
    const parts = (await readDoc()).split(/^## /m).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).to.include.members(PARTS);
    for (const part of parts) expect(part.length, part.slice(0, 40)).to.be.greaterThan(300);
  });

  it('gives limits as they are', async () => {
    const { limits, uploads, sessions } = readConfig({
      MONGODB_URI: 'mongodb://127.0.0.1',
      REDIS_URL: 'redis://127.0.0.1',
    });
    const text = await readDoc();
    const figure = (value: number) => value.toLocaleString('en');
    const hours = (milliseconds: number) => milliseconds / 3_600_000;
    for (const words of [
      `${figure(limits.perAddress)} of an address, ${figure(limits.perAccount)} of an account`,
      `${limits.jobsPerAccount} of an account; they wait`,
      `${uploads.limitBytes / 1024 ** 2} MB: csv`,
      `${figure(INPUT_LIMITS.files)} files, ${INPUT_LIMITS.fileBytes / 1024 ** 3} GB a file`,
      `${INPUT_LIMITS.totalBytes / 1024 ** 3} GB in all, ${INPUT_LIMITS.ratio} times its packed size`,
      `after ${hours(sessions.everybody.idle)} hours without a request and ${hours(sessions.everybody.absolute) / 24} days in all`,
      `administrators: ${hours(sessions.administrators.idle)} hour, ${hours(sessions.administrators.absolute)} hours`,
    ])
      expect(text).to.include(words);
  });

  it('counts in its summary what the tables say', async () => {
    const text = await readDoc();
    const count = (status: string) => rows.filter((row) => row.status === status).length;
    expect(text).to.include(
      `${count('held')} held, ${count('not applicable')} not applicable, ${count('open')} open`,
    );
  });
});

function readDoc(): Promise<string> {
  return readFile(new URL('docs/security.md', root), 'utf8');
}

/** Titles of suites and tests, and of the tables from which some are made. */
const TITLE = /(?:\b(?:it|describe|story)\(\s*|what: )(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

async function expectTest(id: string, { file, name }: { file: string; name: string }): Promise<void> {
  const text = await readFile(new URL(file, root), 'utf8');
  const titles = [...text.matchAll(TITLE)].map(([, , title = '']) => title);
  expect(
    titles.some((title) => title.includes(name)),
    `${id}: ${file} has no test “${name}”`,
  ).to.equal(true);
}

function inOrder(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
