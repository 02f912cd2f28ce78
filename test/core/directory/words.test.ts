import { expect } from 'chai';
import fc from 'fast-check';
import { plain, toWords } from '../../../core/directory/words.ts';

describe('Words for search', () => {
  it('are lower case, without accents, without silent words and without repetition', () => {
    expect(toWords('Tutoría de Álgebra II, the tutoria!')).to.deep.equal(['tutoria', 'algebra', 'ii']);
  });

  it('keep other scripts', () => {
    expect(toWords('中文 помощь')).to.deep.equal(['中文', 'помощь']);
  });

  it('are found again in a text made of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toWords(toWords(text).join(' '))).to.deep.equal(toWords(text));
      }),
    );
  });

  it('hold nothing that a search pattern would take for a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of toWords(text)) expect(word).to.match(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  it('compare plainly', () => {
    expect(plain('ÑANDÚ Çelik')).to.equal('nandu celik');
  });
});
