import { useEffect, useMemo, useState } from 'preact/hooks';
import { type LocalMoment, localMoment } from '../../core/directory/local-moment.ts';
import { useSetting } from './config.tsx';

const MINUTE_MS = 60_000;

/** Now, and what the clocks of the district show; moves on every minute. */
export function useNow(): { now: Date; moment: LocalMoment } {
  const { timezone } = useSetting();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => ({ now, moment: localMoment(now, timezone) }), [now, timezone]);
}
