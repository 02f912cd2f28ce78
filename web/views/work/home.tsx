import './work.css';
import './home.css';
import type { WaitingItem } from '../../../core/home/waiting.ts';
import { loadHome } from '../../api/home.ts';
import { pagesFor } from '../../parts/home/pages.ts';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useNow } from '../../state/use-now.ts';
import { useTitle } from '../../state/use-title.ts';
import { type HomeTexts, homeEn } from '../../text/home-en.ts';
import { homeEs } from '../../text/home-es.ts';
import { sayAgo, sayDate } from '../../text/say-date.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';

const texts = { en: homeEn, es: homeEs };
type T = Translate<HomeTexts>;

/** After sign-in: what waits for a person today, and the pages that are theirs. */
export default function HomeView() {
  const t = useTextOf(texts);
  const loaded = useLoaded('home', loadHome);
  useTitle(t('title'));
  return <LoadedPage loaded={loaded}>{(items) => <Home items={items} t={t} />}</LoadedPage>;
}

function Home({ items, t }: { items: readonly WaitingItem[]; t: T }) {
  const { account } = useSession();
  return (
    <div class="page home">
      <h1>{t('greeting', { name: account?.name ?? '' })}</h1>
      {items.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      ) : (
        <section class="section" aria-labelledby="waits">
          <h2 id="waits">{t('waits')}</h2>
          <ul class="plain-list waits">
            {items.map((item) => (
              <Waits key={item.kind} item={item} t={t} />
            ))}
          </ul>
        </section>
      )}
      <Pages t={t} />
    </div>
  );
}

function Waits({ item, t }: { item: WaitingItem; t: T }) {
  const when = useWhen(item.oldest, t);
  return (
    <li>
      <a class="waits-item" href={item.address}>
        <strong>{t(`waits.${item.kind}`, { n: item.count })}</strong>
        {when && <span class="muted">{when}</span>}
      </a>
    </li>
  );
}

/** Since when the oldest waits; of what is still to come, the day. */
function useWhen(moment: string | undefined, t: T): string | undefined {
  const voice = useVoice();
  const { now } = useNow();
  if (moment === undefined) return undefined;
  if (Date.parse(moment) > now.getTime()) return t('until', { date: sayDate(voice, moment) });
  const when = sayAgo(voice, moment, now);
  return when && t('since', { when });
}

function Pages({ t }: { t: T }) {
  const { account } = useSession();
  return (
    <nav class="section" aria-labelledby="pages">
      <h2 id="pages">{t('pages')}</h2>
      <div class="home-groups">
        {pagesFor(account?.grants ?? []).map(([group, pages]) => (
          <section key={group} aria-labelledby={group}>
            <h3 id={group}>{t(group)}</h3>
            <ul class="plain-list">
              {pages.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{t(label)}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
