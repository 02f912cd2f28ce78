import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { SessionEnding } from '../../parts/accounts/session-ending.tsx';
import { ViewingBanner } from '../../parts/accounts/viewing-banner.tsx';
import { useSession } from '../../state/session.tsx';
import './accounts.css';

const STEP = '/accounts/second-factor';

/** Watches over whoever has a session: leads to a step that is still due, and says when it ends. */
export default function SessionWatch() {
  const { session } = useSession();
  const { path, url, route } = useLocation();
  const due = session?.pending !== undefined && path !== STEP;
  useEffect(() => {
    if (!due) return;
    const next = path.startsWith('/sign-in') ? '' : `?next=${encodeURIComponent(url)}`;
    route(STEP + next, true);
  }, [due]);
  return (
    <>
      {session?.viewing && <ViewingBanner viewing={session.viewing} />}
      {session?.account && <SessionEnding />}
    </>
  );
}
