import { useState } from 'preact/hooks';
import { isFinal, type JobView } from '../../../core/jobs/job.ts';
import { cancelJob, type JobKind } from '../../api/jobs.ts';
import { Button } from '../button.tsx';
import { Glyph } from '../glyph.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { outcomeWords, paceWords, stepWords } from './job-words.ts';
import { useWork } from './use-work.ts';

interface JobProgressProps {
  kind: JobKind;
  job: JobView;
  mayCancel?: boolean;
  onRetry?: (() => void) | undefined;
}

/** Long work as it goes: step, count, rate, time left, cancel; then what came of it. */
export function JobProgress({ kind, job, mayCancel = true, onRetry }: JobProgressProps) {
  const { t } = useWork();
  return (
    <div class="job">
      {isFinal(job.status) ? <Outcome job={job} /> : <Going kind={kind} job={job} mayCancel={mayCancel} />}
      <p role="status" class="visually-hidden">
        {isFinal(job.status) ? outcomeWords(job, t) : quarterWords(job, t)}
      </p>
      {job.status === 'failed' && onRetry && <Button onClick={onRetry}>{t('runs.retry')}</Button>}
    </div>
  );
}

function Going({ kind, job, mayCancel }: { kind: JobKind; job: JobView; mayCancel: boolean }) {
  const { t, say } = useWork();
  const [asked, setAsked] = useState(false);
  const cancel = () => {
    setAsked(true);
    cancelJob(kind, job.id).catch(() => setAsked(false));
  };
  return (
    <>
      <ProgressBar label={stepWords(job, t)} done={job.progress.done} total={job.progress.total} />
      <div class="job-line">
        <p class="muted small figures">
          {[paceWords(job, Date.now(), t, say), t('job.leaveOrStay')].filter(Boolean).join(' · ')}
        </p>
        {mayCancel && (
          <Button look="quiet" disabled={asked} onClick={cancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </>
  );
}

function Outcome({ job }: { job: JobView }) {
  const { t } = useWork();
  const failed = job.status === 'failed';
  return (
    <p class={`job-outcome ${failed ? 'job-failed' : ''}`} aria-hidden="true">
      <Glyph name={failed ? 'alert' : job.status === 'cancelled' ? 'x' : 'check'} />
      <span>{outcomeWords(job, t)}</span>
    </p>
  );
}

/** Read out at each step and quarter, not at each count. */
function quarterWords(job: JobView, t: Parameters<typeof stepWords>[1]): string {
  const { step, done, total } = job.progress;
  if (!total) return stepWords({ progress: { step, done: 0 } }, t);
  return stepWords(
    { progress: { step, done: Math.floor((done / total) * 4) * Math.ceil(total / 4), total } },
    t,
  );
}
