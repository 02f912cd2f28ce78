import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../../web/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

/** Every colour of the styles by its name, for each theme. */
export const themes = { light: colorsIn(light), dark: { ...colorsIn(light), ...colorsIn(dark) } };

function colorsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((hit) => [hit[1]!, hit[2]!]),
  );
}
