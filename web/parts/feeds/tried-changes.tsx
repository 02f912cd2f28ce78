import './feeds.css';
import type { ImportPreview } from '../../../core/imports/import-preview.ts';
import { Changes } from './changes.tsx';
import { useFeedWords } from './use-feeds.ts';

/** What a dry run found. */
export function TriedChanges({ preview }: { preview: ImportPreview }) {
  const t = useFeedWords();
  return (
    <>
      <p class="import-sum">{t('tried')}</p>
      <Changes {...preview} />
    </>
  );
}

/** How many records were marked because the file no longer has them. */
export function MarkedLine({ marked }: { marked: number }) {
  return <p>{useFeedWords()('marked', { n: marked })}</p>;
}
