import type { ClosureTexts } from './closures-en.ts';
import type { Translated } from './translate.ts';

export const closuresEs = {
  calendar: 'Añadir a su calendario',
  closed: 'Cerrado {days}',
  otherHours: '{days}: {times}',
} as const satisfies Translated<ClosureTexts>;
