import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DOMAIN_IDS } from '../../../core/taxonomy/term.ts';

const css = readFileSync(new URL('../../../web/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = { light: colorsIn(light), dark: { ...colorsIn(light), ...colorsIn(dark) } };
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
  const ratio = contrast(colors[ink] ?? '', colors[paper] ?? '');
  expect(ratio, `${ink} (${colors[ink]}) on ${paper} (${colors[paper]})`).to.be.at.least(least);
}

function colorsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((hit) => [hit[1]!, hit[2]!]),
  );
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances. */
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
