import { loadAgreements } from '../../api/agreements.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button, LinkButton } from '../button.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { AgreementList, NoAgreements } from './agreement-list.tsx';
import { ApprovalSetting } from './approval-setting.tsx';
import { useAgreements } from './use-agreements.ts';

/** All agreements that are open to who is signed in, and what the district asks of partners. */
export function AgreementsPage() {
  const { t, day } = useAgreements();
  const session = useSession();
  const isSchool = session.has('coordinator', 'district-leader', 'administrator');
  const loaded = useLoaded('agreements', loadAgreements);
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>
      {({ items }) => (
        <div class="page">
          <header class="page-head">
            <div>
              <h1>{t('title')}</h1>
              <p class="muted">{t(isSchool ? 'lead' : 'lead.partner')}</p>
              <p class="print-only small">{t('printed', { date: day(new Date().toISOString()) })}</p>
            </div>
            <div class="row no-print">
              {isSchool && (
                <LinkButton href="/agreements/new" look="primary">
                  {t('new')}
                </LinkButton>
              )}
              {items.length > 0 && (
                <Button icon="printer" onClick={() => window.print()}>
                  {t('print')}
                </Button>
              )}
            </div>
          </header>
          {items.length === 0 ? <NoAgreements asPartner={!isSchool} /> : <AgreementList items={items} />}
          {isSchool && <ApprovalSetting />}
          {isSchool && (
            <p class="section no-print">
              <a href="/verify">{t('verify')}</a>
            </p>
          )}
        </div>
      )}
    </LoadedPage>
  );
}
