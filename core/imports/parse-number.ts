/** A whole number from 0, with thousands separators forgiven: "1,250". NCES writes what is missing as -1 or -2. */
export function parseCount(input: string): number | undefined {
  const text = input.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : undefined;
}

/** A number with a sign and decimals. */
export function parseNumber(input: string): number | undefined {
  const text = input.trim();
  return /^[+-]?\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
