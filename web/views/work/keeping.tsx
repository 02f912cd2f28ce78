import './work.css';
import './student.css';
import './agreements.css';
import { useLocation } from 'preact-iso';
import { PartnerPage } from '../../parts/verification/partner-page.tsx';
import { VerifyPage } from '../../parts/verification/verify-page.tsx';

/** Keeping the directory right: for everybody's services, and a partner's own page. */
export default function Keeping() {
  const { path } = useLocation();
  return path === '/partner' ? <PartnerPage /> : <VerifyPage />;
}
