import type { FindingCode } from './finding-codes.ts';

export interface ReadPhone {
  number: string;
  extension?: string;
  repairs: FindingCode[];
}

const EXTENSION = /[\s,;]*(?:\bext(?:ension)?\b\.?|\bx|#)\s*:?\s*(\d{1,8})\s*$/i;
/** Short numbers that are real in North America: 211, 311, 511, 811, 911, 988. */
const SERVICE_CODES = /^(?:[2-9]11|988)$/;

/**
 * A telephone number as people write it, its spacing tidied and its extension set apart. Letters stay ("1-800-395-HELP").
 * Undefined for what cannot be dialled: "854", "(30`) 982-5025", "n/a". Seven to fifteen digits (E.164), or a service code.
 */
export function parsePhone(input: string): ReadPhone | undefined {
  const repairs: FindingCode[] = [];
  let text = input.replace(/^["'\s]+|["'\s]+$/g, '').replace(/\s+/g, ' ');
  const extension = EXTENSION.exec(text);
  if (extension) {
    text = text.slice(0, extension.index);
    repairs.push('phone-extension');
  }
  const number = text
    .replace(/^(?:tel|phone|fax|ph)\s*[:.]\s*/i, '')
    .replace(/\s*-\s*/g, '-')
    .trim();
  if (!/^[+(\d][\d\s().+/-]*[a-z]{0,7}$/i.test(number)) return undefined;
  const digits = number.replace(/[^\da-z]/gi, '').length;
  const dialled = (digits >= 7 && digits <= 15) || SERVICE_CODES.test(number);
  if (!dialled || /^(\d)\1*$/.test(number.replace(/\D/g, '')) || /\/\d{1,3}$/.test(number)) return undefined;
  return { number, repairs, ...(extension ? { extension: extension[1]! } : {}) };
}
