/** Days on which a partner does not keep the usual hours, in English. */
export const closuresEn = {
  closed: 'Closed {days}',
  otherHours: '{days}: {times}',
} as const;
export type ClosureTexts = typeof closuresEn;
