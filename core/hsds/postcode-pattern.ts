/**
 * How a postcode is found in addresses: a ZIP code with and without its four further digits, any other with and
 * without blanks and hyphens, in any case. Nothing but letters and digits of what was asked gets into the pattern.
 */
export function postcodePattern(postcode: string): RegExp {
  const zip = /^(\d{5})(?:-?\d{4})?$/.exec(postcode.trim());
  if (zip) return new RegExp(`^${zip[1]}(?:-?\\d{4})?$`);
  const signs = postcode.match(/[\p{L}\p{N}]/gu) ?? [];
  return new RegExp(`^${signs.join('[ -]*')}$`, 'i');
}
