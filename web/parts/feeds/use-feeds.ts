import { type FeedsTexts, feedsEn } from '../../text/feeds-en.ts';
import { feedsEs } from '../../text/feeds-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: feedsEn, es: feedsEs };

export type SayFeeds = Translate<FeedsTexts>;

/** What the pages of feeds speak with. */
export function useFeedWords(): SayFeeds {
  return useTextOf(texts);
}
