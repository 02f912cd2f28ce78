import { useFeedWords } from './use-feeds.ts';

/** From the page of imports to the feeds. */
export function FeedsLink() {
  const t = useFeedWords();
  return (
    <p class="no-print">
      <a href="/import/feeds">{t('link')}</a>
    </p>
  );
}
