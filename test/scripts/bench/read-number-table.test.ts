import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readInstance } from '../../../scripts/bench/instance/read-instance.ts';
import { readNumber, readNumberTable } from '../../../scripts/bench/instance/read-number-table.ts';

const plainRoom = (bytes: number) => new ArrayBuffer(bytes);

describe('Reading tables of numbers', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-table-'));
  });

  after(() => rm(folder, { recursive: true }));

  async function rowsOf(text: string, columns: readonly string[]): Promise<number[][]> {
    const path = join(folder, 'table.csv');
    await writeFile(path, text);
    const rows: number[][] = [];
    readNumberTable(path, columns, (values) => rows.push([...values]));
    return rows;
  }

  function refusal(text: string, columns = ['a']): Promise<string> {
    return rowsOf(text, columns).then(
      () => 'read',
      (error: Error) => error.message,
    );
  }

  it('reads every number as JavaScript does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), (value) => {
        for (const text of [String(value), value.toFixed(7)]) {
          const bytes = Buffer.from(`,${text},`);
          expect(readNumber(bytes, 1, bytes.length - 1)).to.equal(Number(text) + 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds columns by their names, whatever ends the lines', async () => {
    expect(await rowsOf('a,b,c\r\n1,2,3\r\n\r\n4,5,-6.5', ['c', 'a'])).to.deep.equal([
      [3, 1],
      [-6.5, 4],
    ]);
  });

  it('reads files larger than the piece that it holds', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `${i},${i / 8}`);
    const rows = await rowsOf(`n,eighth\n${lines.join('\n')}\n`, ['n', 'eighth']);
    expect(rows).to.have.length(200_000);
    expect(rows.every(([n, eighth], i) => n === i && eighth === i / 8)).to.equal(true);
  });

  it('names file, line and column of what is no number', async () => {
    expect(await refusal('a\n1\nx\n')).to.match(/table\.csv, line 3: a is no number$/);
    expect(await refusal('b,a\n1\n')).to.match(/line 2: a is no number$/);
    expect(await refusal('b\n1\n')).to.match(/table\.csv has no column a$/);
    expect(await refusal('')).to.match(/table\.csv is empty$/);
  });

  it('refuses an instance with a place that is none, a strange id and a request of nobody', async () => {
    const right = {
      students: 'id,lon,lat,grade,lang,days\n0,-91.5,41.6,3,0,7\n',
      services: 'id,lon,lat,mask,cap,langs\n0,-91.5,41.6,1,2,1\n',
      requests: 'id,student,cat\n0,0,0\n',
    };
    const read = async (changes: Partial<typeof right>) => {
      for (const [name, text] of Object.entries({ ...right, ...changes }))
        await writeFile(join(folder, `${name}.csv`), text);
      try {
        return `read ${readInstance(folder, plainRoom).requests.student.length}`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await read({})).to.equal('read 1');
    const bad = 'id,lon,lat,mask,cap,langs\n';
    expect(await read({ services: `${bad}0,NaN,41.6,1,2,1\n` })).to.match(
      /services\.csv, line 2: lon is no number/,
    );
    expect(await read({ services: `${bad}0,-91.5,91,1,2,1\n` })).to.match(/services\.csv: 0 is nowhere/);
    expect(await read({ services: `${bad}1,-91.5,41,1,2,1\n` })).to.match(/1 stands where the id 0 is due/);
    expect(await read({ services: `${bad}0,-91.5,41,-1,2,1\n` })).to.match(/mask of 0 cannot be -1/);
    expect(await read({ requests: 'id,student,cat\n0,1,0\n' })).to.match(/0 is of no student/);
    expect(await read({ requests: 'id,student,cat\n0,0,32\n' })).to.match(/0 has a category above 31/);
  });
});
