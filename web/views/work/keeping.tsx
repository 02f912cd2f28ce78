import './work.css';
import './student.css';
import './agreements.css';
import { useLocation } from 'preact-iso';
import { CorrectPage, isCorrectedPage } from '../../parts/corrections/correct-page.tsx';
import { PinPage } from '../../parts/points/pin-page.tsx';
import { PartnerPage } from '../../parts/verification/partner-page.tsx';
import { VerifyPage } from '../../parts/verification/verify-page.tsx';

/** Keeping the directory right: for everybody's services, a partner's own page, one record field by field, and one place's pin. */
export default function Keeping({ part, id }: { part?: string; id?: string }) {
  const { path } = useLocation();
  if (part && id && isCorrectedPage(part)) return <CorrectPage key={id} kind={part} id={id} />;
  if (part === 'pin' && id) return <PinPage key={id} id={id} />;
  return path === '/partner' ? <PartnerPage /> : <VerifyPage />;
}
