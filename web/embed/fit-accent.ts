import { contrast, mix, type Rgb, readHex, writeHex } from '../../core/color/contrast.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What an accent stands on and beside, as styles/tokens.css has it. */
export const GROUNDS = {
  light: { papers: ['#fbfaf7', '#ffffff', '#f1f0ea'], surface: '#ffffff', inks: ['#55646a', '#b4501e'] },
  dark: { papers: ['#14191b', '#1c2326', '#101415'], surface: '#1c2326', inks: ['#a7b2b3', '#f0a071'] },
} as const;

/** What has been written on an accent. */
const ON_ACCENT = { light: '#ffffff', dark: '#14191b' } as const;

/** For text, WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

export interface FittedAccent {
  accent: string;
  /** What stands on it. */
  ink: string;
  /** The ground of what is chosen. */
  soft: string;
  /** The least contrast of the colour as it was given, with any ground of the theme. */
  contrast: number;
  /** It was not read easily as it was given. */
  changed: boolean;
}

/**
 * A school's own colour where it can be read: as it is where it has 4.5 to 1 with every ground of the theme, otherwise
 * as much darker (or lighter, in the dark) as it takes, of the same hue.
 */
export function fitAccent(given: string, theme: Theme): FittedAccent | null {
  const color = readHex(given);
  if (!color) return null;
  for (let percent = 0; percent < 100; percent++) {
    const accent = mix(color, AWAY[theme], percent / 100);
    const soft = softOf(accent, theme);
    if (leastContrast(accent, [...papersOf(theme), soft]) < LEAST_CONTRAST) continue;
    return {
      accent: writeHex(accent),
      ink: ON_ACCENT[theme],
      soft: writeHex(soft),
      contrast: leastContrast(color, papersOf(theme)),
      changed: percent > 0,
    };
  }
  return null;
}

const AWAY: Record<Theme, Rgb> = { light: [0, 0, 0], dark: [255, 255, 255] };

/** As much of the accent on paper as lets all that is written upon it be read. */
function softOf(accent: Rgb, theme: Theme): Rgb {
  const surface = rgb(GROUNDS[theme].surface);
  for (let percent = 12; percent > 0; percent--) {
    const soft = mix(surface, accent, percent / 100);
    if (leastContrast(soft, GROUNDS[theme].inks.map(rgb)) >= LEAST_CONTRAST) return soft;
  }
  return surface;
}

function papersOf(theme: Theme): Rgb[] {
  return GROUNDS[theme].papers.map(rgb);
}

function leastContrast(color: Rgb, others: readonly Rgb[]): number {
  return Math.min(...others.map((other) => contrast(color, other)));
}

function rgb(hex: string): Rgb {
  return readHex(hex) ?? [0, 0, 0];
}
