import { OTHER_PHONES, PHONES } from './directory-columns.ts';
import type { FlatRow } from './flat-row.ts';
import { type TablePart, tablePart } from './table-part.ts';

const TYPES: Readonly<Record<string, string>> = {
  phone_tty: 'tty',
  phone_fax: 'fax',
  phone_hotline: 'hotline',
};
const WORDS: Readonly<Record<string, string>> = {
  phone_toll_free: 'Toll-free',
  phone_after_hours: 'After hours',
};

/** The telephones of a row; some cells hold several, one a line. What the source keeps to itself is not among them. */
export function rowPhones(row: FlatRow, link: string, id: string): TablePart[] {
  const seen = new Set<string>();
  return [...PHONES, ...OTHER_PHONES].flatMap((field) => {
    if (row.says(`${field}_private`)) return [];
    const numbers = row
      .cell(field)
      .split(/\s*[\n;]\s*/)
      .filter(isNew(seen));
    return numbers.map((number) => phonePart(row, field, number, { link, id }));
  });
}

function isNew(seen: Set<string>): (number: string) => boolean {
  return (number) => {
    const digits = number.replace(/\D/g, '') || number;
    if (number === '' || seen.has(digits)) return false;
    seen.add(digits);
    return true;
  };
}

function phonePart(row: FlatRow, field: string, number: string, of: { link: string; id: string }): TablePart {
  const name = row.cell(`${field}_name`);
  const isFax = /^(?:fax|télécopieur)\b/i.test(name);
  const words = [WORDS[field], isFax ? '' : name, row.cell(`${field}_description`)].filter(Boolean);
  const type = TYPES[field] ?? (isFax ? 'fax' : '');
  const given = {
    id: `${of.id}/${field}/${number.replace(/\W+/g, '')}`,
    [of.link]: of.id,
    number,
    ...(type && { type }),
    ...(words.length > 0 && { description: words.join(' · ') }),
  };
  return { ...tablePart('phone', row, {}, given), names: { number: field, description: `${field}_name` } };
}
