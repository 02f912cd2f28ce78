/**
 * How a postcode is found in addresses: a ZIP code with and without its four further digits, any other with and
 * without blanks, in any case.
 */
export function postcodePattern(postcode: string): RegExp {
  const zip = /^(\d{5})(?:-?\d{4})?$/.exec(postcode.trim());
  if (zip) return new RegExp(`^${zip[1]}(?:-?\\d{4})?$`);
  const signs = [...postcode.replace(/\s+/g, '')].map((sign) => sign.replace(/[^\p{L}\p{N}]/u, '\\$&'));
  return new RegExp(`^${signs.join('\\s*')}$`, 'i');
}
