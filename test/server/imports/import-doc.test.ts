import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { FINDING_CODES } from '../../../core/imports/finding-codes.ts';

describe('docs/import.md', () => {
  it('explains every finding, in the words that people read', () => {
    const doc = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
    for (const [code, sentence] of Object.entries(FINDING_CODES))
      expect(doc).to.include(`| \`${code}\` | ${sentence}`);
  });
});
