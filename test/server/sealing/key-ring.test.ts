import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey, newKeys } from '../../../server/sealing/new-keys.ts';

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};
const production = (vars: { DATA_KEYS?: string; DATA_KEYS_FILE?: string }) => readKeyRing(vars, true);

describe('The key ring', () => {
  it('seals with the first key, and keeps the others for what was sealed before', () => {
    const ring = production({ DATA_KEYS: [newKey('k2'), newKey('k1'), newKey('index')].join(',') });
    expect(ring.current).to.equal('k2');
    expect([...ring.keys.keys()]).to.deep.equal(['k2', 'k1']);
    expect(ring.index).to.have.length(1);
  });

  it('keeps former index keys behind the present one', () => {
    const [present, former] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const entries = [
      newKey('k1'),
      `index-2027:${present.toString('base64')}`,
      `index:${former.toString('base64')}`,
    ];
    expect(production({ DATA_KEYS: entries.join(',') }).index).to.deep.equal([present, former]);
  });

  it('is read from a file, a key a line', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'trellis-keys-'));
    try {
      const path = join(dir, 'keys');
      await writeFile(path, newKeys());
      expect(production({ DATA_KEYS_FILE: path }).current).to.equal('k1');
      expect(refusal(() => production({ DATA_KEYS_FILE: join(dir, 'none') }))).to.include('DATA_KEYS_FILE');
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('is known to everybody on a computer of one’s own, and demanded by name in production', () => {
    expect(readKeyRing({}, false).current).to.equal('known');
    expect(refusal(() => production({})))
      .to.include('DATA_KEYS is not set')
      .and.to.include('DATA_KEYS_FILE');
  });

  const [key, index] = [newKey('k1'), newKey('index')];
  const wrong: [name: string, text: string][] = [
    ['no key at all', index],
    ['no index key', key],
    ['a key that is too short', `k1:${Buffer.alloc(31).toString('base64')},${index}`],
    ['an id twice', `${key},${newKey('k1')},${index}`],
    ['a key without an id', `${key.slice(3)},${index}`],
    ['the id of students’ own keys', `own:${key.slice(3)},${index}`],
  ];
  for (const [name, text] of wrong) {
    it(`is refused with ${name}, and the refusal repeats none of it`, () => {
      const said = refusal(() => production({ DATA_KEYS: text }));
      expect(said).to.include('DATA_KEYS is not right');
      for (const secret of [key.slice(3), index.slice(6)]) expect(said).not.to.include(secret);
    });
  }
});
