import { expect } from 'chai';
import fc from 'fast-check';
import { nameKeys, nameWords, searchKeys } from '../../../core/students/name-words.ts';

describe('The words of a name', () => {
  it('are compared without accents, case and hyphens', () => {
    expect(nameWords('María-José Peña Núñez')).to.deep.equal(['maria', 'jose', 'pena', 'nunez']);
    expect(nameWords('O’Neil,  ANNE')).to.deep.equal(['o', 'neil', 'anne']);
  });

  it('are found by their beginnings from two letters on, and by the wish of the student to be called otherwise', () => {
    expect(nameKeys({ given: 'Ana', family: 'Li', preferred: 'Anny' })).to.deep.equal([
      'an',
      'ana',
      'ann',
      'anny',
      'li',
    ]);
  });

  it('that have one letter are found whole', () => {
    expect(nameKeys({ given: '明', family: 'X' })).to.have.members(['明', 'x']);
  });

  it('tell no more of a long name than twelve letters, and are found by all of it', () => {
    const keys = nameKeys({ given: 'Wolfeschlegelsteinhausen', family: 'Ek' });
    expect(keys).to.include('wolfeschlege').and.not.include('wolfeschlegel');
    expect(searchKeys('wolfeschlegelstein')).to.deep.equal(['wolfeschlege']);
  });

  it('are looked up without single letters, unless nothing else was typed', () => {
    expect(searchKeys('Ana L')).to.deep.equal(['ana']);
    expect(searchKeys('X')).to.deep.equal(['x']);
    expect(searchKeys(' -- ')).to.deep.equal([]);
  });

  it('are always found by what one types of them', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéñüÁ'), minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(word, word, fc.nat(), (given, family, cut) => {
        const typed = given.slice(0, 2 + (cut % given.length));
        expect(nameKeys({ given, family })).to.include.members(searchKeys(`${family} ${typed}`));
      }),
    );
  });
});
