import { expect } from 'chai';
import { contrast, readHex } from '../../../core/color/contrast.ts';
import { DOMAIN_IDS } from '../../../core/taxonomy/term.ts';
import { themes } from './read-tokens.ts';

const PAPER = ['background', 'surface'];

describe('The colours', () => {
  for (const [theme, colors] of Object.entries(themes)) {
    it(`of the ${theme} theme are read easily: 4.5 to 1 or better (WCAG 1.4.3)`, () => {
      const inks = ['ink', 'muted', 'accent', 'signal', 'error', ...DOMAIN_IDS.map((id) => `domain-${id}`)];
      for (const ink of inks) for (const paper of PAPER) expectContrast(colors, ink, paper, 4.5);
      for (const soft of ['accent-soft', 'signal-soft', 'error-soft'])
        expectContrast(colors, 'ink', soft, 4.5);
      expectContrast(colors, 'muted', 'sunken', 4.5);
      expectContrast(colors, 'muted', 'accent-soft', 4.5);
      expectContrast(colors, 'accent', 'accent-soft', 4.5);
      expectContrast(colors, 'signal', 'accent-soft', 4.5);
      expectContrast(colors, 'accent-ink', 'accent', 4.5);
    });

    it(`of the ${theme} theme let every domain's glyph stand out on its pin`, () => {
      for (const id of DOMAIN_IDS) expectContrast(colors, 'domain-ink', `domain-${id}`, 4.5);
    });

    it(`of the ${theme} theme draw the edges of controls clearly: 3 to 1 or better (WCAG 1.4.11)`, () => {
      for (const paper of PAPER) expectContrast(colors, 'edge', paper, 3);
    });

    it(`of the ${theme} theme hold every class of a gap map against the ground: 3 to 1 or better`, () => {
      for (const ground of ['map-ground', 'map-land']) expectContrast(colors, 'map-area-line', ground, 3);
    });
  }

  it('are nine for nine domains, no two the same', () => {
    for (const colors of Object.values(themes)) {
      const used = DOMAIN_IDS.map((id) => colors[`domain-${id}`]);
      expect(new Set(used).size).to.equal(DOMAIN_IDS.length);
    }
  });
});

function expectContrast(colors: Record<string, string>, ink: string, paper: string, least: number): void {
  const ratio = contrast(readHex(colors[ink] ?? '')!, readHex(colors[paper] ?? '')!);
  expect(ratio, `${ink} (${colors[ink]}) on ${paper} (${colors[paper]})`).to.be.at.least(least);
}
