/** A text as a pattern that finds just this text, whatever signs are in it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
