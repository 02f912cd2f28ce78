import type { RetentionPeriod } from '../../../core/retention/period.ts';
import { periodWords } from './period-words.ts';
import { kindWords, useRetention } from './use-retention.ts';
import { useWork } from './use-work.ts';

/** How long each kind of record is kept, and why. */
export function KeptPeriods({ periods }: { periods: readonly RetentionPeriod[] }) {
  const t = useRetention();
  const { language } = useWork();
  return (
    <section class="section" aria-labelledby="periods">
      <h2 id="periods">{t('periods')}</h2>
      <dl class="kept">
        {periods.map(({ kind, days, why }) => (
          <div key={kind}>
            <dt>{kindWords(kind, t)}</dt>
            <dd>{periodWords(days, t)}</dd>
            <dd class="muted">{why[language]}</dd>
          </div>
        ))}
      </dl>
      <p class="small muted">{t('periods.log')}</p>
    </section>
  );
}
