import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import {
  noCounts,
  ROSTER_OUTCOMES,
  type RosterOutcome,
  type RosterSummary,
} from '../../../core/imports/oneroster/roster-summary.ts';
import { startImport } from '../../api/jobs.ts';
import { Button, LinkButton } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { triedRequest } from './tried-request.ts';
import { useRosterWords } from './use-roster-words.ts';

type SchoolRow = RosterSummary['schools'][number];

interface RosterOutcomeProps {
  jobId: string;
  roster: RosterSummary;
  /** Hears that what was tried is being imported. */
  onStarted(): void;
}

/** What a roster brought, school by school; of a trial what it would bring, and the way to do it. */
export function RosterOutcomeView({ jobId, roster, onStarted }: RosterOutcomeProps) {
  const { t } = useRosterWords();
  return (
    <>
      {roster.isTrial && <Trial jobId={jobId} onStarted={onStarted} />}
      <Waiting roster={roster} />
      <BySchool schools={roster.schools} />
      <p class="muted small">{t('leftHelp')}</p>
    </>
  );
}

function Trial({ jobId, onStarted }: Pick<RosterOutcomeProps, 'jobId' | 'onStarted'>) {
  const { t } = useRosterWords();
  const { route } = useLocation();
  const [state, setState] = useState<'ready' | 'sending' | 'failed'>('ready');
  const request = triedRequest(jobId);
  const go = async () => {
    if (!request?.roster) return;
    setState('sending');
    await startImport({ ...request, roster: { ...request.roster, dryRun: false } }).then(
      () => {
        onStarted();
        route('/import');
      },
      () => setState('failed'),
    );
  };
  return (
    <div class="notice stack-tight" role="status">
      <p>
        <strong>{t('tried')}</strong> {t('triedNext')}
      </p>
      {state === 'failed' && <p class="field-error">{t('goFailed')}</p>}
      <div class="no-print">
        {request ? (
          <Button look="primary" disabled={state === 'sending'} onClick={go}>
            {t('goNow')}
          </Button>
        ) : (
          <LinkButton href="/import?kind=oneroster">{t('goAgain')}</LinkButton>
        )}
      </div>
    </div>
  );
}

/** Students whom the roster could not settle, and what to do about them. */
function Waiting({ roster: { unknownSchools, notLeft } }: { roster: RosterSummary }) {
  const { t, say } = useRosterWords();
  const waiting = unknownSchools.reduce((sum, { students }) => sum + students, 0);
  return (
    <>
      {waiting > 0 && (
        <div class="notice">
          <p>
            {t('unknown', { n: waiting })} {t('unknownHelp')}
          </p>
          <p>
            {say.list(unknownSchools.map(({ name, students }) => t('unknownSchool', { name, n: students })))}
          </p>
        </div>
      )}
      {notLeft > 0 && <p class="notice">{t('notLeft', { n: notLeft })}</p>}
    </>
  );
}

function BySchool({ schools }: { schools: SchoolRow[] }) {
  const { t, say } = useRosterWords();
  if (schools.length === 0) return <p>{t('none')}</p>;
  const all = schools.reduce((sum, school) => {
    for (const outcome of ROSTER_OUTCOMES) sum[outcome] += school[outcome];
    return sum;
  }, noCounts());
  const rows = schools.length > 1 ? [{ schoolId: '', name: t('all'), ...all }, ...schools] : schools;
  const figure = (key: RosterOutcome): Column<SchoolRow> => ({
    key,
    label: t(key),
    figure: true,
    cell: (row) => (row[key] === 0 ? '–' : row[key].toLocaleString(say.locale)),
  });
  return (
    <div class="section">
      <h2>{t('table')}</h2>
      <Table
        caption={t('table')}
        rows={rows}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', label: t('school'), cell: ({ name }) => name },
          ...ROSTER_OUTCOMES.map(figure),
        ]}
      />
    </div>
  );
}
