import './work.css';
import './audit.css';
import { shownName } from '../../../core/students/shown-name.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { LogForm } from '../../parts/work/log-form.tsx';
import { type LogQuery, logQuery, toLogSearch } from '../../parts/work/log-query.ts';
import { LogTable } from '../../parts/work/log-table.tsx';
import { useAudit } from '../../parts/work/use-audit.ts';
import { useLog } from '../../parts/work/use-log.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** The administrator's search in the log of who saw, changed and received what. */
export default function AuditView() {
  const { t } = useAudit();
  useTitle(t('log.title'));
  const [query, setQuery] = useQuery(logQuery);
  return (
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{t('log.title')}</h1>
          <p class="muted">{t('log.lead')}</p>
        </div>
        <p class="no-print">
          <LinkButton href="/retention">{t('log.retention')}</LinkButton>
        </p>
      </div>
      <LogForm query={query} onSearch={setQuery} />
      <Results query={query} />
    </div>
  );
}

function Results({ query }: { query: LogQuery }) {
  const { t } = useAudit();
  const { first, entries, problem, showEarlier } = useLog(toLogSearch(query));
  const student = entries.flatMap(({ students }) => students).find(({ id }) => id === query.student);
  // What is shown while the next answer is on its way is still the last one.
  const about =
    !first.loading &&
    student &&
    (student.name ? `${shownName(student.name)}, ${student.localId}` : student.localId);
  if (problem) return <ErrorState problem={problem} onRetry={showEarlier ?? first.reload} />;
  if (!first.data) return <Skeleton lines={8} />;
  return (
    <section class="section" aria-labelledby="found">
      {first.loading && <LoadingBar />}
      <h2 id="found">{about ? t('log.about', { student: about }) : t('log.all')}</h2>
      <StatusLine>
        {first.loading ? '' : entries.length === 0 ? t('log.none') : t('log.found', { n: entries.length })}
      </StatusLine>
      {entries.length > 0 && <LogTable entries={entries} />}
      {showEarlier && (
        <p class="no-print">
          <Button onClick={() => void showEarlier()}>{t('log.more')}</Button>
        </p>
      )}
    </section>
  );
}
