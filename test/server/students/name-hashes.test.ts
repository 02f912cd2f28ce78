import { expect } from 'chai';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKeys } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import { nameHashes } from '../../../server/students/name-hashes.ts';

const sealing = () => createSealing(parseKeyRing(newKeys(), 'DATA_KEYS'));
const ana = { given: 'Ana', family: 'Ng' };

describe('The hashes that a name is found by', () => {
  it('are the same each time, one for each word and each beginning of two letters', () => {
    const own = sealing();
    expect(nameHashes(own, ana)).to.deep.equal(nameHashes(own, { given: 'Ng', family: 'ANA' }));
    expect(new Set(nameHashes(own, ana)).size).to.equal(3);
  });

  it('are others under other keys, whatever was hashed before', () => {
    const [own, other] = [sealing(), sealing()];
    const first = nameHashes(own, ana);
    expect(nameHashes(other, ana).filter((hash) => first.includes(hash))).to.deep.equal([]);
    expect(nameHashes(own, ana)).to.deep.equal(first);
  });
});
