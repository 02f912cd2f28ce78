import './work.css';
import './audit.css';
import { useState } from 'preact/hooks';
import type { AccessRecord } from '../../../core/audit/access-record.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import { download } from '../../api/download.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { EligibilityProvider } from '../../parts/eligibility/eligibility-provider.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { ErrorState } from '../../parts/states.tsx';
import { AccessDays } from '../../parts/work/access-days.tsx';
import { DisclosuresGiven } from '../../parts/work/disclosures-given.tsx';
import { RecordChanges } from '../../parts/work/record-changes.tsx';
import { useAccessRecord } from '../../parts/work/use-access-record.ts';
import { useAudit } from '../../parts/work/use-audit.ts';
import { useSession } from '../../state/session.tsx';
import { useTitle } from '../../state/use-title.ts';

/** Who has seen, changed and received a student's record: for the family, the student of age, and the school. */
export default function DisclosuresView({ id }: { id: string }) {
  const { t } = useAudit();
  useTitle(t('title'));
  const { first, accesses, problem, showEarlier } = useAccessRecord(id);
  return (
    <LoadedPage loaded={first}>
      {(record) => (
        <div class="page">
          <Head record={record} />
          <DisclosuresGiven disclosures={record.disclosures} />
          <EligibilityProvider>
            <RecordChanges accesses={accesses} />
          </EligibilityProvider>
          <AccessDays accesses={accesses} />
          {problem && <ErrorState problem={problem} onRetry={showEarlier} />}
          {showEarlier && !problem && (
            <p class="no-print">
              <Button onClick={() => void showEarlier()}>{t('earlier')}</Button>
            </p>
          )}
        </div>
      )}
    </LoadedPage>
  );
}

function Head({ record: { student, school } }: { record: AccessRecord }) {
  const { t, work } = useAudit();
  const name = student.name ? shownName(student.name) : t('student', { id: student.localId });
  return (
    <header>
      <p class="small no-print">
        <a href={`/students/${student.id}`}>
          <Glyph name="arrow-left" size={16} /> {t('back', { student: name })}
        </a>
      </p>
      <div class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p>
            <strong>{name}</strong> <span class="muted figures">{student.localId}</span>
            {school && <span class="muted"> · {school.name}</span>}
          </p>
          <p class="muted">{t('lead')}</p>
          <p class="print-only small">{t('printed', { date: work.say.date(new Date().toISOString()) })}</p>
        </div>
        <Tools studentId={student.id} />
      </div>
    </header>
  );
}

function Tools({ studentId }: { studentId: string }) {
  const { t } = useAudit();
  const session = useSession();
  const [failed, setFailed] = useState(false);
  const fetchList = () => {
    setFailed(false);
    download(`/students/${studentId}/disclosures.csv`, 'text/csv', 'access-record.csv').catch(() =>
      setFailed(true),
    );
  };
  return (
    <div class="row no-print">
      {session.has('administrator') && (
        <LinkButton href={`/audit?student=${studentId}`}>{t('searchLog')}</LinkButton>
      )}
      <Button icon="download" onClick={fetchList}>
        {t('download')}
      </Button>
      <Button icon="printer" onClick={() => window.print()}>
        {t('print')}
      </Button>
      {failed && <p role="alert">{t('downloadFailed')}</p>}
    </div>
  );
}
