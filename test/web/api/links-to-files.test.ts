import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));
/** An element whose link is an address of the API, up to the end of its attributes. */
const LINK = /<(?:a|LinkButton)\b[^>]*addressOf[^>]*>/gs;

describe('Links to files of the API', () => {
  it('are downloads: any other link is taken for a page of ours, and nothing is found there', async () => {
    const names = await readdir(WEB, { recursive: true });
    const files = names.filter((name) => name.endsWith('.tsx') && !name.startsWith('dist'));
    const texts = await Promise.all(files.map((name) => readFile(join(WEB, name), 'utf8')));
    const links = texts.flatMap((text) => text.match(LINK) ?? []);
    expect(links).to.not.have.length(0);
    expect(links.filter((link) => !/\bdownload\b/.test(link))).to.deep.equal([]);
  });
});
