import { expect } from 'chai';
import fc from 'fast-check';
import { contrast, readHex, writeHex } from '../../../core/color/contrast.ts';
import { fitAccent, GROUNDS, THEMES } from '../../../web/embed/fit-accent.ts';
import { themes } from '../styles/read-tokens.ts';

const between = (a: string, b: string) => contrast(readHex(a)!, readHex(b)!);
const anyColor = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })));

describe("A school's own colour", () => {
  it('goes by the grounds and inks that the styles have', () => {
    for (const theme of THEMES) {
      const { background, surface, sunken, muted, signal } = themes[theme];
      expect(GROUNDS[theme].papers).to.deep.equal([background, surface, sunken]);
      expect([GROUNDS[theme].surface, ...GROUNDS[theme].inks]).to.deep.equal([surface, muted, signal]);
    }
  });

  it('stays as it is where it is read easily', () => {
    expect(fitAccent('#1f6f54', 'light')).to.include({ accent: '#1f6f54', changed: false });
    expect(fitAccent('#79c7a4', 'dark')).to.include({ accent: '#79c7a4', changed: false });
  });

  it('turns darker on paper and lighter in the dark where it is not', () => {
    const yellow = fitAccent('#ffd200', 'light')!;
    expect(yellow.changed).to.equal(true);
    expect(yellow.contrast).to.be.below(1.5);
    const [red, green, blue] = readHex(yellow.accent)!;
    expect(green / red, 'the hue stays').to.be.closeTo(210 / 255, 0.02);
    expect(blue).to.equal(0);
    expect(fitAccent('#00205b', 'dark')).to.include({ changed: true });
  });

  it('is always read at 4.5 to 1 on every ground, and so is all that is written on it', () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom(...THEMES), ([red = 0, green = 0, blue = 0], theme) => {
        const fitted = fitAccent(writeHex([red, green, blue]), theme)!;
        const { papers, inks } = GROUNDS[theme];
        for (const paper of [...papers, fitted.soft, fitted.ink])
          expect(between(fitted.accent, paper), `accent with ${paper}`).to.be.at.least(4.5);
        for (const ink of [...inks, themes[theme].ink!])
          expect(between(fitted.soft, ink), `${ink} on the soft ground`).to.be.at.least(4.5);
      }),
    );
  });

  it('that is none is not taken', () => {
    expect(fitAccent('red', 'light')).to.equal(null);
    expect(fitAccent('#12345', 'dark')).to.equal(null);
  });
});
