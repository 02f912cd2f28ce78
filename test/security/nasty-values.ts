import fc from 'fast-check';

/** What comes instead of a value: wrong types, MongoDB's operators, huge, deep, NUL, prototypes, other texts. */
export const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    0.1,
    '',
    [],
    {},
    { $gt: '' },
    { $ne: null },
    { $where: 'sleep(1000)' },
    { $regex: '(a+)+$' },
    { $expr: { $eq: [1, 1] } },
    { $in: ['own', 'sibling'] },
    ['$eq'],
    { toString: 1 },
    { constructor: { prototype: { isAdmin: true } } },
    { length: 1e9 },
    '\u0000',
    'a\u0000b',
    '\ud800',
    '$where',
    '__proto__',
    'constructor',
    '../../../../etc/passwd',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '=HYPERLINK("http://example.org")',
    '%00',
    '2026-02-30',
    '99999-01-01',
    '9'.repeat(400),
    'x'.repeat(20_000),
    '🧒'.repeat(2_000),
  ),
  fc.integer({ min: 50, max: 400 }).map((depth) => deep(depth, 'array')),
  fc.integer({ min: 50, max: 400 }).map((depth) => deep(depth, 'object')),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function deep(depth: number, kind: 'array' | 'object'): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n += 1) value = kind === 'array' ? [value] : { a: value };
  return value;
}

/** The same for a part of an address, as it stands on the wire. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '%00',
    '%E0%A4%A',
    '%',
    '%2e%2e%2f',
    '..%5c',
    '%FF%FE',
    '{"$gt":""}',
    '[$ne]=1',
    '%7B%22$ne%22:null%7D',
    'undefined',
    'null',
    'NaN',
    '-1',
    '1e999',
    '0x10',
    '9'.repeat(200),
    'a'.repeat(3_000),
    '%F0%9F%A7%92',
    '.csv',
    '.geojson',
    '*',
    '$where',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => encodeURIComponent(text)),
);
