/** What is shown where nobody chose another (styles/tokens.css). */
export const OUR_ACCENT = '#1f6f54';

/** "#00205b" of what people copy from a style guide: with the sign or without, in large letters, short; else null. */
export function readColorCode(typed: string): string | null {
  const code = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase();
  if (!code) return null;
  return `#${code.length === 3 ? code.replace(/./g, '$&$&') : code}`;
}
