import { useRoute } from 'preact-iso';
import { OwnAccountPage } from '../../parts/accounts/own-account.tsx';
import { PeoplePage } from '../../parts/accounts/people-page.tsx';
import { SecondStep } from '../../parts/accounts/second-step.tsx';
import NotFound from '../not-found.tsx';
import './work.css';
import './accounts.css';

/** Who can sign in (for administrators), one's own account, and the step between the password and the rest. */
export default function Accounts() {
  const { part } = useRoute().params;
  if (!part) return <PeoplePage />;
  if (part === 'own') return <OwnAccountPage />;
  return part === 'second-factor' ? <SecondStep /> : <NotFound />;
}
