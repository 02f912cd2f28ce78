import type { MergeView } from '../../../core/duplicates/duplicate-view.ts';
import { sayDate } from '../../text/say-date.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import { useDuplicatesText } from './use-duplicates.ts';

interface MergeListProps {
  merges: readonly MergeView[];
  busy: boolean;
  onUndo(merge: MergeView): void;
}

/** What was merged, newest first, each with the way back. */
export function MergeList({ merges, busy, onUndo }: MergeListProps) {
  const t = useDuplicatesText();
  const voice = useVoice();
  return (
    <section class="section" aria-labelledby="merged-records">
      <h2 id="merged-records">{t('done')}</h2>
      {merges.length === 0 && <p class="muted">{t('doneNone')}</p>}
      <ul class="stack duplicate-merges">
        {merges.map((merge) => (
          <li key={merge.id} class="row">
            <span>
              {t('doneLine', { name: merge.name, into: merge.into.name })}{' '}
              <span class="muted small">
                {t('doneBy', { by: merge.by ?? '–', date: sayDate(voice, merge.at) })}
              </span>
            </span>
            <Button
              look="quiet"
              disabled={busy}
              aria-label={`${t('undo')}: ${merge.name}`}
              onClick={() => onUndo(merge)}
            >
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
