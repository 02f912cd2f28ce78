import { ErrorBoundary, useLocation } from 'preact-iso';
import { useSetting } from '../state/config.tsx';
import { useSession } from '../state/session.tsx';
import { useVoice } from '../text/use-voice.tsx';
import { workView } from '../views/work-view.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { SkipLink } from './skip-link.tsx';

const SessionWatch = workView((views) => views.sessionWatch());

const OwnLinks = workView((views) => views.ownLinks());

export function Masthead() {
  const { t } = useVoice();
  const { session } = useSession();
  return (
    <header>
      <SkipLink to="content">{t('skip.content')}</SkipLink>
      <div class="masthead">
        <a class="masthead-brand" href="/">
          <Mark />
          {t('app.name')}
        </a>
        <MainNav />
        <Tools />
      </div>
      <DemoBanner />
      <ErrorBoundary>{session?.csrfToken && <SessionWatch />}</ErrorBoundary>
      <OfflineNotice />
    </header>
  );
}

function MainNav() {
  const { t } = useVoice();
  const { path } = useLocation();
  const session = useSession();
  const own = session.has('family', 'student');
  const links: [href: string, label: string][] = [
    ['/', t('nav.find')],
    ['/schools', t('nav.schools')],
    ['/gaps', t('nav.gaps')],
  ];
  return (
    <nav class="masthead-nav" aria-label={t('nav.main')}>
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={isHere(path, href, own) ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
        <ErrorBoundary>{session.account && <OwnLinks />}</ErrorBoundary>
      </ul>
    </nav>
  );
}

/** A student's page belongs to the school's, but for whose own record it is. */
function isHere(path: string, href: string, own: boolean): boolean {
  if (href === '/schools' && path.startsWith('/students')) return !own;
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

function Tools() {
  const { t, language, speak } = useVoice();
  const { account, signOut } = useSession();
  const { route, path, url } = useLocation();
  const other = language === 'en' ? 'es' : 'en';
  const back = path === '/sign-in' ? '' : `?next=${encodeURIComponent(url)}`;
  return (
    <div class="masthead-tools">
      {account && (
        <a class="masthead-account" href="/accounts/own" data-initial={account.name[0]}>
          <span>{t('nav.signedInAs', { name: account.name })}</span>
        </a>
      )}
      <button type="button" lang={other} onClick={() => speak(other)}>
        {t('nav.language')}
      </button>
      {account ? (
        <button type="button" onClick={() => signOut().then(() => route('/'))}>
          {t('nav.signOut')}
        </button>
      ) : (
        <a href={`/sign-in${back}`}>{t('nav.signIn')}</a>
      )}
    </div>
  );
}

function DemoBanner() {
  const { t } = useVoice();
  const { config } = useSetting();
  if (!config?.demo) return null;
  return (
    <div class="demo-banner">
      <p>{t('demo.banner', { district: config.district?.name ?? t('app.name') })}</p>
    </div>
  );
}

/** A lattice with one leaf. */
function Mark() {
  return (
    <svg
      width="26"
      height="26"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M7 21V3M17 21V3M3 8h18M3 16h18" />
      <path d="M17 8c-1 4-4 6-8 6 0-4 3-6 8-6Z" fill="currentColor" />
    </svg>
  );
}
