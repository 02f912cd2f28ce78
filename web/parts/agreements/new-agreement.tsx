import { useLocation } from 'preact-iso';
import { loadAgreements, makeAgreement } from '../../api/agreements.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { localDay } from '../consents/consent-draft.ts';
import { LoadedPage } from '../loaded-page.tsx';
import { newDraft } from './agreement-draft.ts';
import { AgreementForm } from './agreement-form.tsx';
import { BackToAll } from './back-to-all.tsx';
import { useAgreements } from './use-agreements.ts';

/** Begins with the usual papers and the usual length. */
export function NewAgreement() {
  const { t } = useAgreements();
  const { route } = useLocation();
  const { schools } = useSetting();
  const loaded = useLoaded('agreements', loadAgreements);
  useTitle(t('form.new'));
  return (
    <LoadedPage loaded={loaded}>
      {({ kinds, usualMonths }) => {
        const usual = kinds.filter((kind) => kind.usual).map(({ code }) => code);
        return (
          <div class="page">
            <BackToAll />
            <h1>{t('form.new')}</h1>
            <AgreementForm
              first={newDraft(localDay(new Date()), usualMonths, usual)}
              kinds={kinds}
              isNew
              save={async (facts, organizationId) => {
                const of = facts.schoolIds[0];
                const school = schools.find(({ id }) => id === of) ?? schools[0];
                const made = await makeAgreement(organizationId, school?.districtId ?? '', facts);
                route(`/agreements/${made.agreement.id}`, true);
              }}
              onCancel={() => route('/agreements')}
            />
          </div>
        );
      }}
    </LoadedPage>
  );
}
