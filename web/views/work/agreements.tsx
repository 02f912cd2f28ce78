import './work.css';
import './student.css';
import './agreements.css';
import { useRoute } from 'preact-iso';
import { AgreementView } from '../../parts/agreements/agreement-view.tsx';
import { AgreementsPage } from '../../parts/agreements/agreements-page.tsx';
import { NewAgreement } from '../../parts/agreements/new-agreement.tsx';

/** Agreements with partners: all, one, a new one. */
export default function Agreements() {
  const { id } = useRoute().params;
  if (!id) return <AgreementsPage />;
  return id === 'new' ? <NewAgreement /> : <AgreementView key={id} id={id} />;
}
