/** Days on which a partner does not keep the usual hours, in English. */
export const closuresEn = {
  calendar: 'Add to your calendar',
  closed: 'Closed {days}',
  otherHours: '{days}: {times}',
} as const;
export type ClosureTexts = typeof closuresEn;
