import { expect } from 'chai';
import {
  type PaperFile,
  paperTypeOf,
  withFile,
  withFormerFile,
} from '../../../core/agreements/paper-file.ts';

const file = (id: string): PaperFile => ({ id, type: 'application/pdf', bytes: 9, at: 'today', by: 'a' });

describe('The file of a paper', () => {
  it('is known by its first bytes and by nothing else', () => {
    expect(paperTypeOf(Buffer.from('%PDF-1.7'))).to.equal('application/pdf');
    expect(paperTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).to.equal('image/png');
    expect(paperTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).to.equal('image/jpeg');
    for (const words of [
      '',
      '%PDF',
      '<svg onload=alert(1)>',
      'MZ\u0000\u0000',
      'PK\u0003\u0004',
      ' %PDF-1.7',
    ])
      expect(paperTypeOf(Buffer.from(words)), words).to.equal(undefined);
  });

  it('keeps the one before for a step back, and leaves over the one before that', () => {
    const first = withFile({}, file('a'));
    expect(first).to.deep.equal({ next: { file: file('a'), formerFile: null }, leftOver: null });
    const second = withFile(first.next, file('b'));
    expect(second).to.deep.equal({ next: { file: file('b'), formerFile: file('a') }, leftOver: null });
    expect(withFile(second.next, file('c')).leftOver).to.deep.equal(file('a'));
  });

  it('goes back and forth by one step, to nothing too', () => {
    const { next } = withFile({}, file('a'));
    const back = withFormerFile(next);
    expect(back).to.deep.equal({ formerFile: file('a') });
    expect(withFormerFile(back!)).to.deep.equal(next);
    expect(withFormerFile({})).to.equal(undefined);
  });
});
