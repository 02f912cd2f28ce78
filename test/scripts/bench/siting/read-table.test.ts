import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readTable } from '../../../../scripts/bench/siting/read-table.ts';

describe('readTable', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-table-'));
  });
  after(() => rm(folder, { recursive: true }));

  const read = async (text: string) => {
    await writeFile(join(folder, 'table.csv'), text);
    return readTable(join(folder, 'table.csv'));
  };

  it('reads names and numbers, and takes an empty cell or "inf" as endless', async () => {
    const { columns, rows, values } = await read('place,one,two\r\na,1.5,\r\nb,inf,-2\r\n');
    expect({ columns, rows }).to.deep.equal({ columns: ['one', 'two'], rows: ['a', 'b'] });
    expect([...values]).to.deep.equal([1.5, Infinity, Infinity, -2]);
  });

  it('names the line of what is no number, and of a row that is too short', async () => {
    expect(await read('place,one\na,x\n').catch(String)).to.match(/table.csv, line 2: x is no number/);
    expect(await read('place,one,two\na,1\n').catch(String)).to.match(/line 2: 1 values/);
  });
});
