import type { JobView } from '../../../core/jobs/job.ts';
import { Chip } from '../chip.tsx';
import { useWork } from './use-work.ts';

const LOOKS = {
  queued: { tone: 'plain', icon: 'clock' },
  running: { tone: 'plain', icon: 'clock' },
  complete: { tone: 'good', icon: 'check' },
  failed: { tone: 'error', icon: 'alert' },
  cancelled: { tone: 'plain', icon: 'x' },
} as const;

export function JobStatusChip({ job }: { job: JobView }) {
  const { t } = useWork();
  return <Chip {...LOOKS[job.status]}>{t(`job.status.${job.status}`)}</Chip>;
}
