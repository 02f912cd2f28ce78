/** Yes or no in the ways that files say it; undefined for anything else. */
export function parseBoolean(input: string): boolean | undefined {
  const text = input.trim().toLowerCase();
  if (['true', 't', 'yes', 'y', '1', 'x', 'sí', 'si'].includes(text)) return true;
  if (['false', 'f', 'no', 'n', '0'].includes(text)) return false;
  return undefined;
}
