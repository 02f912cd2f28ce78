import { useLocation } from 'preact-iso';
import { MorePages } from '../../parts/home/more-pages.tsx';
import { useWork } from '../../parts/work/use-work.ts';

/** The main navigation's links for who is signed in: what waits, and behind a button every page that is theirs. */
export default function OwnLinks() {
  const { t } = useWork();
  const { path } = useLocation();
  return (
    <>
      <li>
        <a href="/home" aria-current={path === '/home' ? 'page' : undefined}>
          {t('nav.home')}
        </a>
      </li>
      <li>
        <MorePages label={t('nav.more')} path={path} />
      </li>
    </>
  );
}
