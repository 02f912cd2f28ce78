import type { Letters } from './letter.ts';
import { lettersEn } from './letters-en.ts';
import { lettersEs } from './letters-es.ts';

export function lettersIn(language: string): Letters {
  return language === 'es' ? lettersEs : lettersEn;
}
