import type { FrameTexts } from './frame-en.ts';
import type { Translated } from './translate.ts';

/** What Find says besides in the page of another site, in Spanish. */
export const frameEs: Translated<FrameTexts> = {
  whole: 'Abrir esta búsqueda en una pestaña nueva',
  beside: 'Los enlaces se abren en una pestaña nueva.',
};
