import './work.css';
import './student.css';
import './consents.css';
import './referrals.css';
import { loadReceived, type ReceivedList } from '../../api/consents.ts';
import { ReceivedItem } from '../../parts/consents/received-item.tsx';
import { useConsentText, useConsentWords } from '../../parts/consents/use-consent-words.ts';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { PartnerReferrals } from '../../parts/referrals/partner-referrals.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** What schools have shared with the organization of who is signed in. */
export default function SharedRecordsView() {
  const t = useConsentText();
  const loaded = useLoaded('received', loadReceived);
  useTitle(t('received.title'));
  return <LoadedPage loaded={loaded}>{(list) => <Records list={list} reload={loaded.reload} />}</LoadedPage>;
}

function Records({ list, reload }: { list: ReceivedList; reload(): void }) {
  const speech = useConsentWords(list.words);
  const { t } = speech;
  return (
    <div class="page consents">
      <header>
        <h1>{t('received.title')}</h1>
        <p>{t('received.lead')}</p>
        <p class="no-print">
          <a href="/partner">{t('received.own')}</a>
        </p>
      </header>
      <PartnerReferrals />
      {list.items.length === 0 && (
        <EmptyState title={t('received.none')}>
          <p>{t('received.noneHelp')}</p>
        </EmptyState>
      )}
      <ul class="plain-list consent-list">
        {list.items.map((received) => (
          <ReceivedItem key={received.id} received={received} speech={speech} onChanged={reload} />
        ))}
      </ul>
    </div>
  );
}
