import './work.css';
import './home.css';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { WaitingItem } from '../../../core/home/waiting.ts';
import { type Home, loadHome, putOff, takeBack } from '../../api/home.ts';
import { EndingConsentsPage } from '../../parts/home/ending-consents.tsx';
import { OwnPages } from '../../parts/home/own-pages.tsx';
import { type SayHome, useHomeWords } from '../../parts/home/use-home-words.ts';
import { WaitingList } from '../../parts/home/waiting-list.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import NotFound from '../not-found.tsx';

/** After sign-in: what waits for a person today, and the pages that are theirs; with a part, the list behind a line. */
export default function HomeView() {
  const { part } = useRoute().params;
  if (part === 'consents') return <EndingConsentsPage />;
  return part === undefined || part === '' ? <TodayPage /> : <NotFound />;
}

function TodayPage() {
  const t = useHomeWords();
  const loaded = useLoaded('home', loadHome);
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>{(home) => <Today {...{ home, t }} reload={loaded.reload} />}</LoadedPage>
  );
}

function Today({ home, t, reload }: { home: Home; t: SayHome; reload(): void }) {
  const { account } = useSession();
  const { said, move } = useMoves(home, t, reload);
  return (
    <div class="page home">
      <h1>{t('greeting', { name: account?.name ?? '' })}</h1>
      {home.items.length === 0 ? (
        <EmptyState title={t(home.putOff.length === 0 ? 'none' : 'noneElse')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      ) : (
        <section class="section" aria-labelledby="waits">
          <h2 id="waits">{t('waits')}</h2>
          <WaitingList items={home.items} move="off" t={t} onMove={move.off} />
        </section>
      )}
      <StatusLine hidden={said === ''}>{said}</StatusLine>
      {home.putOff.length > 0 && (
        <section class="section" aria-labelledby="tomorrow">
          <h2 id="tomorrow">{t('tomorrow')}</h2>
          <WaitingList items={home.putOff} move="back" t={t} onMove={move.back} />
        </section>
      )}
      <p class="no-print home-by-mail">
        <a href="/accounts/own">{t('byMail')}</a>
      </p>
      <OwnPages t={t} />
    </div>
  );
}

/** Puts something off and takes that back; the focus goes along to the button that undoes it. */
function useMoves(home: Home, t: SayHome, reload: () => void) {
  const [said, setSaid] = useState('');
  const [next, setNext] = useState<string>();
  useEffect(() => {
    const button = next === undefined ? null : document.getElementById(next);
    if (!button) return;
    button.focus();
    setNext(undefined);
  }, [home, next]);
  const after = (work: Promise<void>, words: string, undo: string) =>
    work.then(
      () => {
        setSaid(words);
        setNext(undo);
        reload();
      },
      () => setSaid(t('notMoved')),
    );
  const move = {
    off: (item: WaitingItem) => after(putOff(item), t('off.done'), `back-${item.kind}`),
    back: (item: WaitingItem) => after(takeBack(item), t('back.done'), `off-${item.kind}`),
  };
  return { said, move };
}
