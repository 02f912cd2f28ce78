import { Readable } from 'node:stream';
import { expect } from 'chai';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readRecords } from '../../../server/imports/read-records.ts';

async function read(content: string | Buffer, name = 'file', chunk = 65_536) {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) =>
    bytes.subarray(at * chunk, (at + 1) * chunk),
  );
  const file = { name, bytes: bytes.length, open: async () => Readable.from(pieces) };
  const records = [];
  for await (const record of readRecords(file, 1e9)) records.push(record);
  return records;
}
const cells = (records: Awaited<ReturnType<typeof read>>) =>
  records.flatMap((record) => (record.kind === 'row' || record.kind === 'header' ? [record.cells] : []));
const values = (records: Awaited<ReturnType<typeof read>>) =>
  records.flatMap((record) => (record.kind === 'json' ? [record.value] : []));

describe('readRecords', () => {
  const text = 'id,name\n1,Niños\n2,José\n3,plain\n';
  const expected = [
    ['id', 'name'],
    ['1', 'Niños'],
    ['2', 'José'],
    ['3', 'plain'],
  ];
  const encodings: [string, Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
  ];
  for (const [name, content] of encodings) {
    it(`reads ${name}, however it is cut`, async () => {
      for (const chunk of [65_536, 7, 1])
        expect(cells(await read(content, 'file', chunk))).to.deep.equal(expected);
    });
  }

  it('notes the lines that are not UTF-8, and only those', async () => {
    const mixed = Buffer.concat([
      Buffer.from('id,name\n1,José\n'),
      iconv.encode('2,Niños\n', 'windows-1252'),
      Buffer.from('3,Zoë\n'),
    ]);
    const records = await read(mixed);
    expect(cells(records)).to.deep.equal([
      ['id', 'name'],
      ['1', 'José'],
      ['2', 'Niños'],
      ['3', 'Zoë'],
    ]);
    const noted = records.filter(
      (record) => record.kind === 'row' && record.notes.some(({ code }) => code === 'wrong-encoding'),
    );
    expect(noted.map(({ line }) => line)).to.deep.equal([3]);
  });

  it('reads other delimiters', async () => {
    expect(cells(await read('id;name;note\n1;a,b;c\n'))).to.deep.equal([
      ['id', 'name', 'note'],
      ['1', 'a,b', 'c'],
    ]);
  });

  it('reads a file of one line, and of a header alone', async () => {
    expect(cells(await read('id,name'))).to.deep.equal([['id', 'name']]);
    expect(cells(await read('\n\nid,name\n'))).to.deep.equal([['id', 'name']]);
  });

  const json: [string, string, unknown[]][] = [
    ['a list', '[{"id":1},{"id":2}]', [{ id: 1 }, { id: 2 }]],
    [
      'one page of an API',
      '{"total_items":2,"contents":[{"id":1},{"id":2}],"empty":false}',
      [{ id: 1 }, { id: 2 }],
    ],
    ['lists by name', '{"services":[{"id":1}],"locations":[{"id":2}]}', [{ id: 1 }, { id: 2 }]],
    ['tables by file name', '{"services.csv":[{"id":1}]}', [{ id: 1 }]],
    ['one record', '{"id":1,"services":[{"id":2}]}', [{ id: 1, services: [{ id: 2 }] }]],
    ['lines', '{"id":1}\n{"id":2}\n\n{"id":3}', [{ id: 1 }, { id: 2 }, { id: 3 }]],
    ['a list of anything', '[1,"x",null,[2]]', [1, 'x', null, [2]]],
  ];
  for (const [name, content, result] of json) {
    it(`reads JSON that is ${name}`, async () => {
      for (const chunk of [65_536, 3])
        expect(values(await read(content, 'file', chunk))).to.deep.equal(result);
    });
  }

  it('reads any list as JSON.parse does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (list, chunk) => {
          expect(values(await read(JSON.stringify(list), 'x.json', chunk))).to.deep.equal(
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives what came before the place where JSON breaks', async () => {
    const records = await read('[{"id":1},{"id":2},{"id":');
    expect(values(records)).to.deep.equal([{ id: 1 }, { id: 2 }]);
    expect(records.at(-1)).to.deep.include({ kind: 'note' });
  });

  it('lets one broken line of NDJSON cost one line', async () => {
    const records = await read('{"id":1}\n{"id":\n{"id":3}\n');
    expect(values(records)).to.deep.equal([{ id: 1 }, { id: 3 }]);
    expect(records.filter(({ kind }) => kind === 'note').map(({ line }) => line)).to.deep.equal([2]);
  });

  it('skips a record that is too long and goes on', async () => {
    const records = await read(`[{"id":1},{"id":"${'x'.repeat(9 * 1024 ** 2)}"},{"id":3}]`);
    expect(
      records.map((record) => record.kind === 'json' && record.notes.map(({ code }) => code)),
    ).to.deep.equal([[], ['record-too-long'], []]);
  });

  it('survives nesting without end', async () => {
    const records = await read(`[${'['.repeat(100_000)}${']'.repeat(100_000)},{"id":1}]`);
    expect(values(records).at(-1)).to.deep.equal({ id: 1 });
  });

  it('takes "__proto__" for a name like others', async () => {
    const [value] = values(await read('[{"__proto__":{"polluted":true},"id":1}]')) as [
      Record<string, unknown>,
    ];
    expect(Object.keys(value!)).to.deep.equal(['__proto__', 'id']);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });
});
