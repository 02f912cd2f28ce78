import { useState } from 'preact/hooks';
import { endIdentity, loadIdentities } from '../../api/own-account.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

/** The services that one's account is linked with; nothing where there are none. */
export function OwnIdentities() {
  const t = useAccountsWords();
  const { say } = useWork();
  const { data, reload } = useLoaded('own-identities', loadIdentities, { keepLast: true });
  const [said, setSaid] = useState('');
  if (!data?.total && !said) return null;
  const unlink = (id: string) =>
    endIdentity(id).then(
      () => {
        setSaid(t('identities.unlinked'));
        reload();
      },
      (error: unknown) => setSaid(failureWords(error, t)),
    );
  return (
    <section class="stack account-part" aria-labelledby="identities">
      <h2 id="identities">{t('identities.title')}</h2>
      <ul class="plain-list session-list">
        {data?.items.map(({ id, service, linkedAt }) => (
          <li key={id}>
            <div>
              <strong>{service}</strong>
              <p class="muted small">{t('identities.since', { date: say.date(linkedAt) })}</p>
            </div>
            <Button aria-label={t('identities.unlinkNamed', { service })} onClick={() => unlink(id)}>
              {t('identities.unlink')}
            </Button>
          </li>
        ))}
      </ul>
      <StatusLine>{said}</StatusLine>
    </section>
  );
}
