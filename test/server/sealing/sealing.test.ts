import { expect } from 'chai';
import fc from 'fast-check';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { createSealing, type SealContext } from '../../../server/sealing/sealing.ts';

const [k1, k2, index] = [newKey('k1'), newKey('k2'), newKey('index')];
const sealingOf = (...entries: string[]) => createSealing(parseKeyRing(entries.join(','), 'DATA_KEYS'));
const sealing = sealingOf(k1, index);
const here: SealContext = { collection: 'students', id: '1', field: 'notes' };

describe('Sealing', () => {
  it('opens what it has sealed, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sealing.open(sealing.seal(text, here), here)).to.equal(text);
      }),
    );
  });

  it('names the key, then a nonce of 96 bits, then ciphertext with a tag of 128', () => {
    const [id, nonce = '', rest = ''] = sealing.seal('Añil', here).split('.');
    const lengths = [nonce, rest].map((part) => Buffer.from(part, 'base64url').length);
    expect([id, ...lengths]).to.deep.equal(['k1', 12, Buffer.from('Añil').length + 16]);
  });

  it('never seals the same text the same way twice', () => {
    const sealed = Array.from({ length: 200 }, () => sealing.seal('Ana', here));
    expect(new Set(sealed.map((text) => text.split('.')[1])).size).to.equal(200);
  });

  it('does not open a value that was moved to another record, field or collection', () => {
    const sealed = sealing.seal('Ana', here);
    for (const moved of [{ id: '2' }, { field: 'name' }, { collection: 'schools' }]) {
      expect(() => sealing.open(sealed, { ...here, ...moved })).to.throw();
    }
  });

  it('does not open a value of which any part was changed', () => {
    const sealed = sealing.seal('Ana', here);
    const [id, nonce = '', rest = ''] = sealed.split('.');
    const bent = (part: string) => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[0]! ^= 1;
      return bytes.toString('base64url');
    };
    for (const changed of [
      `${id}.${bent(nonce)}.${rest}`,
      `${id}.${nonce}.${bent(rest)}`,
      `${id}.${nonce}`,
      '',
      'x',
    ]) {
      expect(() => sealing.open(changed, here)).to.throw();
    }
  });

  it('opens what an older key of the ring has sealed, and says what to do when that key has left', () => {
    const sealed = sealing.seal('Ana', here);
    expect(sealingOf(k2, k1, index).open(sealed, here)).to.equal('Ana');
    expect(() => sealingOf(k2, index).open(sealed, here)).to.throw('DATA_KEYS');
  });

  it('finds a text by a hash that a rotation of the keys leaves as it is', () => {
    const hash = sealing.keyedHash('ana', 'student name');
    expect(sealingOf(k2, k1, index).keyedHash('ana', 'student name')).to.equal(hash);
    expect(sealing.keyedHash('ana', 'student name')).to.equal(hash);
  });

  it('hashes differently for each text, purpose and index key', () => {
    const hashes = [
      sealing.keyedHash('ana', 'student name'),
      sealing.keyedHash('anna', 'student name'),
      sealing.keyedHash('ana', 'forgotten'),
      sealingOf(k1, newKey('index')).keyedHash('ana', 'student name'),
    ];
    expect(new Set(hashes).size).to.equal(4);
  });

  it('looks up under former index keys too', () => {
    const present = newKey('index-2027');
    const both = sealingOf(k1, present, index);
    expect(both.keyedHashes('ana', 'x')).to.deep.equal([
      sealingOf(k1, present).keyedHash('ana', 'x'),
      sealing.keyedHash('ana', 'x'),
    ]);
  });
});
