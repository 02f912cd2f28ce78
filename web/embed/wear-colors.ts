import type { EmbedLook } from './embed-query.ts';
import { fitAccent, type Theme } from './fit-accent.ts';

/** Puts on the theme and the accent that the site chose, and follows the system where the site left it to that. */
export function wearColors({ theme, accent }: Pick<EmbedLook, 'theme' | 'accent'>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wear = () => wearAccent(accent, theme ?? (dark.matches ? 'dark' : 'light'));
  if (theme) forceTheme(theme);
  else dark.addEventListener('change', wear);
  wear();
}

/** The dark colours stand in one rule (styles/tokens.css) that goes by the system; here the site decides. */
function forceTheme(theme: Theme): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
  document.documentElement.style.colorScheme = theme;
}

function wearAccent(given: string | null, theme: Theme): void {
  const fitted = given === null ? null : fitAccent(given, theme);
  if (!fitted) return;
  const { style } = document.documentElement;
  style.setProperty('--accent', fitted.accent);
  style.setProperty('--accent-ink', fitted.ink);
  style.setProperty('--accent-soft', fitted.soft);
}
