/** What Find says besides in the page of another site, in English. */
export const frameEn = {
  whole: 'Open this search in a new tab',
  beside: 'Links open in a new tab.',
} as const;

export type FrameTexts = typeof frameEn;
