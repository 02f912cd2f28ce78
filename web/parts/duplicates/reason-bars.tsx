import type { DuplicateView } from '../../../core/duplicates/duplicate-view.ts';
import { useDuplicatesText } from './use-duplicates.ts';

/** As much as fills a bar: what says more is not shown longer. */
const FULL_BITS = 10;

/** What speaks for two records' being one, and against: each as long as it says much. */
export function ReasonBars({ reasons }: Pick<DuplicateView, 'reasons'>) {
  const t = useDuplicatesText();
  const ordered = [...reasons].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  return (
    <div>
      <h3>{t('reasons')}</h3>
      <ul class="duplicate-reasons">
        {ordered.map(({ field, level, bits }) => {
          const share = Math.min(100, (Math.abs(bits) / FULL_BITS) * 100);
          return (
            <li key={field}>
              <span>
                {t(`reason.${field}.${level}` as 'reason.name.same')}
                <span class="muted small"> {t(bits < 0 ? 'against' : 'for')}</span>
              </span>
              <span class={`duplicate-bar ${bits < 0 ? 'against' : 'for'}`} aria-hidden="true">
                <span style={{ width: `${share}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
