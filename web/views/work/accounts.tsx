import { useRoute } from 'preact-iso';
import { OwnAccountPage } from '../../parts/accounts/own-account.tsx';
import { PeoplePage } from '../../parts/accounts/people-page.tsx';
import { SecondStep } from '../../parts/accounts/second-step.tsx';
import { StopDigest } from '../../parts/accounts/stop-digest.tsx';
import { WebhooksPage } from '../../parts/webhooks/webhooks-page.tsx';
import NotFound from '../not-found.tsx';
import './work.css';
import './accounts.css';

/**
 * Who can sign in and which programs are told what (for administrators), one's own account, the step between the password
 * and the rest, and the end of mails about what waits.
 */
export default function Accounts() {
  const { part } = useRoute().params;
  if (!part) return <PeoplePage />;
  if (part === 'own') return <OwnAccountPage />;
  if (part === 'digest') return <StopDigest />;
  if (part === 'webhooks') return <WebhooksPage />;
  return part === 'second-factor' ? <SecondStep /> : <NotFound />;
}
