import { useSession } from '../../state/session.tsx';
import { pagesFor } from './pages.ts';
import type { SayHome } from './use-home-words.ts';

/** All pages that are a person's, by what is done there. */
export function OwnPages({ t }: { t: SayHome }) {
  const { account } = useSession();
  return (
    <nav class="section" aria-labelledby="pages">
      <h2 id="pages">{t('pages')}</h2>
      <div class="home-groups">
        {pagesFor(account?.grants ?? []).map(([group, pages]) => (
          <section key={group} aria-labelledby={group}>
            <h3 id={group}>{t(group)}</h3>
            <ul class="plain-list">
              {pages.map(({ href, label, target }) => (
                <li key={href}>
                  <a href={href} target={target}>
                    {t(label)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
