import { expect } from 'chai';
import { contrast, mix, readHex, writeHex } from '../../../core/color/contrast.ts';

const hex = (text: string) => readHex(text)!;

describe('The contrast of two colours', () => {
  // Published pairs: WebAIM's contrast checker and W3C's Understanding 1.4.3, which cut after two digits.
  for (const [ink, paper, ratio] of [
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.47],
    ['#767676', '#ffffff', 4.54],
    ['#949494', '#ffffff', 3.03],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 3.99],
    ['#008000', '#ffffff', 5.13],
    ['#ffff00', '#ffffff', 1.07],
    ['#ffffff', '#ffffff', 1],
  ] as const) {
    it(`of ${ink} on ${paper} is ${ratio}, as published, whichever comes first`, () => {
      const cut = (value: number) => Math.floor(value * 100 + 1e-9) / 100;
      expect(cut(contrast(hex(ink), hex(paper)))).to.equal(ratio);
      expect(cut(contrast(hex(paper), hex(ink)))).to.equal(ratio);
    });
  }
});

describe('A colour', () => {
  it('is written as it was read, in small letters', () => {
    expect(writeHex(hex('#1F6f54'))).to.equal('#1f6f54');
  });

  it('is six figures after a sign and nothing else', () => {
    for (const text of ['', '1f6f54', '#1f6', '#1f6f5g', '#1f6f54;}', 'red', ' #1f6f54'])
      expect(readHex(text), text).to.equal(null);
  });

  it('can be mixed with another, from none to all of it', () => {
    expect(mix([200, 100, 0], [0, 0, 0], 0.5)).to.deep.equal([100, 50, 0]);
    expect(mix([200, 100, 0], [255, 255, 255], 0)).to.deep.equal([200, 100, 0]);
    expect(mix([200, 100, 0], [255, 255, 255], 1)).to.deep.equal([255, 255, 255]);
  });
});
