import './work.css';
import './retention.css';
import { retentionCsv } from '../../../core/retention/retention-csv.ts';
import { handOver } from '../../api/download.ts';
import { loadRetention, type Retention } from '../../api/retention.ts';
import { Button } from '../../parts/button.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { ForgottenStudents } from '../../parts/work/forgotten-students.tsx';
import { KeptPeriods } from '../../parts/work/kept-periods.tsx';
import { RetentionReports } from '../../parts/work/retention-reports.tsx';
import { useRetention } from '../../parts/work/use-retention.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** What is kept for how long and why, what was deleted, and how many students are forgotten: for administrators. */
export default function RetentionView() {
  const t = useRetention();
  const loaded = useLoaded('retention', loadRetention, { keepLast: true });
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>
      {(retention) => (
        <div class="page">
          <Head retention={retention} />
          <KeptPeriods periods={retention.periods} />
          <RetentionReports reports={retention.items} />
          <ForgottenStudents count={retention.forgotten} onChange={loaded.reload} />
        </div>
      )}
    </LoadedPage>
  );
}

function Head({ retention: { items } }: { retention: Retention }) {
  const t = useRetention();
  const { t: tell, say } = useWork();
  const file = () => new Blob([retentionCsv(items)], { type: 'text/csv' });
  return (
    <header class="page-head">
      <div>
        <h1>{t('title')}</h1>
        <p class="muted">{t('lead')}</p>
        <p class="print-only small">{t('printed', { date: say.date(new Date().toISOString()) })}</p>
      </div>
      <div class="row no-print">
        {items.length > 0 && (
          <Button icon="download" onClick={() => handOver(file(), 'deleted.csv')}>
            {t('download')}
          </Button>
        )}
        <Button icon="printer" onClick={() => window.print()}>
          {tell('print')}
        </Button>
      </div>
    </header>
  );
}
