import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { ZipFile } from 'yazl';
import type { InputLimits } from '../../../server/imports/input-limits.ts';
import { InputRefused } from '../../../server/imports/input-refused.ts';
import { openInput } from '../../../server/imports/open-input.ts';
import { readRecords } from '../../../server/imports/read-records.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  options: { mode?: number } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

/** Renames an entry in both places where a zip keeps its name; the lengths must be the same. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

async function read(content: Buffer, limits: Partial<InputLimits> = {}): Promise<string[]> {
  const folder = temporaryFolder({ upload: content });
  try {
    const input = await openInput(join(folder.path, 'upload'), { limits });
    const names: string[] = [];
    try {
      for (const file of input.files) {
        for await (const record of readRecords(file, limits.fileBytes ?? 1e9))
          names.push(`${file.name} ${record.kind}`);
      }
    } finally {
      await input.close();
    }
    return names;
  } finally {
    folder.remove();
  }
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof InputRefused) return error.code;
    throw error;
  }
  return 'not refused';
}

describe('openInput', () => {
  it('reads the files of a zip by name, without what other systems put beside them', async () => {
    const zip = await zipOf({
      'b.csv': 'id,name\n1,x\n',
      'a/a.csv': 'id\n1\n',
      '__MACOSX/._b.csv': 'x',
      '.DS_Store': 'x',
    });
    expect(await read(zip)).to.deep.equal(['a/a.csv header', 'a/a.csv row', 'b.csv header', 'b.csv row']);
  });

  for (const [name, evil] of [
    ['climbs out', '../../x.csv'],
    ['is absolute', '/tmp/abc.csv'],
    ['has a drive', 'C:/abcd.csv'],
    ['has backslashes', '..\\..\\x.csv'],
  ] as const) {
    it(`refuses an archive with a path that ${name}`, async () => {
      const zip = renamed(
        await zipOf({ 'good.csv': 'id\n1\n', ['p'.repeat(evil.length)]: 'id\n' }),
        'p'.repeat(evil.length),
        evil,
      );
      expect(await refusal(read(zip))).to.equal('unsafe-path');
    });
  }

  it('refuses a bomb by the ratio that its directory tells', async () => {
    expect(await refusal(read(await zipOf({ 'bomb.csv': Buffer.alloc(20 * 1024 ** 2) })))).to.equal(
      'compressed-too-much',
    );
  });

  it('refuses a bomb whose directory lies about its size', async () => {
    const zip = await zipOf({ 'bomb.csv': `id,name\n${'1,xxxxxxxxxx\n'.repeat(100_000)}` });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(13 * 100_000 + 8);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(100);
    const lying = Buffer.from(
      zip.toString('latin1').replaceAll(size.toString('latin1'), small.toString('latin1')),
      'latin1',
    );
    expect(lying.equals(zip)).to.equal(false);
    expect(await refusal(read(lying))).to.equal('broken-archive');
  });

  it('refuses more files, larger files and more in all than the limits', async () => {
    const zip = await zipOf({ 'a.csv': 'x'.repeat(600), 'b.csv': 'y'.repeat(600) });
    expect(await refusal(read(zip, { files: 1 }))).to.equal('too-many-files');
    expect(await refusal(read(zip, { fileBytes: 500 }))).to.equal('too-large');
    expect(await refusal(read(zip, { totalBytes: 1000 }))).to.equal('too-large');
  });

  it('refuses archives in archives, by name and by content', async () => {
    const inner = await zipOf({ 'a.csv': 'id\n1\n' });
    expect(await refusal(read(await zipOf({ 'inner.zip': inner })))).to.equal('nested-archive');
    expect(await refusal(read(await zipOf({ 'inner.csv': inner })))).to.equal('nested-archive');
  });

  it('refuses links', async () => {
    expect(await refusal(read(await zipOf({ 'a.csv': '/etc/passwd' }, { mode: 0o120777 })))).to.equal(
      'symbolic-link',
    );
  });

  it('refuses locked entries', async () => {
    const zip = await zipOf({ 'a.csv': 'id\n1\n' });
    const central = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    expect(await refusal(read(zip))).to.equal('encrypted');
  });

  it('refuses entries that share their bytes', async () => {
    const zip = await zipOf({ 'a.csv': 'id\n1\n', 'b.csv': 'id\n2\n' });
    const first = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const second = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
    zip.writeUInt32LE(zip.readUInt32LE(first + 42), second + 42);
    expect(await refusal(read(zip))).to.equal('broken-archive');
  });

  it('refuses a zip that breaks off', async () => {
    const zip = await zipOf({ 'a.csv': 'id\n1\n' });
    expect(await refusal(read(zip.subarray(0, zip.length - 30)))).to.equal('broken-archive');
  });

  it('follows no link out of a folder', async () => {
    const outside = temporaryFolder({ 'secret.csv': 'id\n1\n' });
    const folder = temporaryFolder({ 'a.csv': 'id\n1\n' });
    symlinkSync(join(outside.path, 'secret.csv'), join(folder.path, 'b.csv'));
    symlinkSync(outside.path, join(folder.path, 'c'));
    const input = await openInput(folder.path);
    expect(input.files.map(({ name }) => name)).to.deep.equal(['a.csv']);
    folder.remove();
    outside.remove();
  });

  it('says what is missing or empty', async () => {
    const folder = temporaryFolder({ 'empty.csv': '' });
    expect(await refusal(openInput(join(folder.path, 'nothing')))).to.equal('not-found');
    expect(await refusal(openInput(join(folder.path, 'empty.csv')))).to.equal('empty');
    folder.remove();
  });

  it('stops a file that gives more bytes than it may', async () => {
    const file = {
      name: 'a.csv',
      bytes: 10,
      open: async () => Readable.from([Buffer.alloc(600, 'a'), Buffer.alloc(600, 'b')]),
    };
    const all = (async () => {
      for await (const _ of readRecords(file, 1000));
    })();
    expect(await refusal(all)).to.equal('too-large');
  });

  it('reads nothing as a table that is none', async () => {
    const folder = temporaryFolder({
      'a.csv': Buffer.from([0, 1, 2, 3, 0, 0]),
      'LICENSE.md': '# MIT, and so on\n',
      'x.csv': '<html><body>Error</body></html>',
    });
    const input = await openInput(folder.path);
    const kinds: string[] = [];
    for (const file of input.files)
      for await (const record of readRecords(file, 1e6))
        kinds.push(record.kind === 'note' ? record.note.code : record.kind);
    expect(kinds).to.deep.equal(['unreadable-file', 'unreadable-file', 'unreadable-file']);
    writeFileSync(join(folder.path, 'a.csv'), '');
    folder.remove();
  });
});
