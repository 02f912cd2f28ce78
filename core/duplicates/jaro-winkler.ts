/**
 * Likeness of two words from 0 to 1, after M. A. Jaro (JASA 84, 1989) with W. E. Winkler's bonus for a common beginning
 * ("String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990): a tenth of
 * what is missing for each of up to four letters.
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroLikeness(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenOfB = new Uint8Array(b.length);
  const foundInA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (takenOfB[j] || a[i] !== b[j]) continue;
      takenOfB[j] = 1;
      foundInA.push(a[i]!);
      break;
    }
  }
  const common = foundInA.length;
  if (common === 0) return 0;
  let at = 0;
  let exchanged = 0;
  for (let j = 0; j < b.length; j += 1) {
    if (!takenOfB[j]) continue;
    if (b[j] !== foundInA[at]) exchanged += 1;
    at += 1;
  }
  return (common / a.length + common / b.length + (common - exchanged / 2) / common) / 3;
}
