import { join } from 'node:path';
import { expect } from 'chai';
import { directoryExportRoutes } from '../../../server/exports/export-routes.ts';
import { importFile } from '../../../server/imports/import-file.ts';
import { demoDirectory, hsdsTown } from '../hsds/hsds-town.ts';
import { oddRecords } from '../hsds/odd-records.ts';
import { temporaryFolder } from '../imports/temporary-folder.ts';
import { oddTexts } from './odd-texts.ts';

type Town = Awaited<ReturnType<typeof hsdsTown>>;

const FORMATS = ['hsds.zip', 'hsds.json', 'hsds.ndjson'] as const;
const LISTS = ['/services', '/organizations', '/service_at_locations', '/taxonomies', '/taxonomy_terms'];

const town = () => hsdsTown((deps) => directoryExportRoutes(deps));

describe('A directory that goes out as a file and comes into an empty installation', () => {
  let from: Town;
  before(async () => {
    from = await town();
    await from.put(await demoDirectory(24));
    await from.put(oddRecords());
    await from.put(oddTexts());
  });
  after(() => from.close());

  for (const format of FORMATS) {
    it(`goes out again the same, byte by byte: ${format}`, async () => {
      const file = await exported(from, format);
      const to = await town();
      try {
        const { findings, findingsByCode } = await bringIn(to, format, file);
        expect(await exported(to, format)).to.deep.equal(file);
        for (const list of LISTS) await expectSame(from, to, `${list}?format=ndjson&full=true`);
        expect(findingsByCode, `${findings} findings`).to.not.include.any.keys(...LOSSES);
      } finally {
        await to.close();
      }
    });
  }
});

/** What would tell that something was lost on the way. */
const LOSSES = ['unknown-file', 'unknown-column', 'bad-record', 'dangling-link', 'no-parent', 'html-removed'];

async function exported({ url }: Town, format: string): Promise<Buffer> {
  const reply = await fetch(`${url}/api/v1/exports/directory.${format}`);
  expect(reply.status).to.equal(200);
  return Buffer.from(await reply.arrayBuffer());
}

async function bringIn(to: Town, format: string, content: Buffer) {
  const filename = `directory.${format}`;
  const folder = temporaryFolder({ [filename]: content });
  try {
    return await importFile(to.deps, {
      importId: 'round',
      params: { kind: 'hsds', source: 'The county', filename, keepIds: true },
      path: join(folder.path, filename),
      onProgress: async () => undefined,
      signal: new AbortController().signal,
    });
  } finally {
    folder.remove();
  }
}

/** Line by line, so that a failure shows the record. */
async function expectSame(from: Town, to: Town, path: string): Promise<void> {
  const [before, after] = (await Promise.all([from.text(path), to.text(path)])).map((text) =>
    text.split('\n'),
  );
  expect(before!.length, path).to.be.above(2);
  for (const [n, line] of before!.entries()) expect(after![n], path).to.equal(line);
  expect(after).to.have.lengthOf(before!.length);
}
