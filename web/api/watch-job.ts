import { isFinal, type JobView } from '../../core/jobs/job.ts';
import { API, get } from './request.ts';

const POLL_MS = 3000;

/**
 * Tells every change of a long job until it is over, by server-sent events; where those are cut off (some school
 * proxies hold them back) it asks every three seconds. `path` is the job's own, such as "/match-runs/…".
 * @returns how to stop listening.
 */
export function watchJob(path: string, onJob: (job: JobView) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const source = new EventSource(`${API}${path}/events`);
  const stop = () => {
    stopped = true;
    source.close();
    clearTimeout(timer);
  };
  const hear = (job: JobView) => {
    if (stopped) return;
    if (isFinal(job.status)) stop();
    onJob(job);
  };
  const poll = async () => {
    const job = await get<JobView>(path).catch(() => null);
    if (job) hear(job);
    if (!stopped) timer = setTimeout(poll, POLL_MS);
  };
  source.addEventListener('job', (event) =>
    hear(JSON.parse((event as MessageEvent<string>).data) as JobView),
  );
  source.addEventListener('error', () => {
    if (stopped || source.readyState !== EventSource.CLOSED) return;
    void poll();
  });
  return stop;
}
