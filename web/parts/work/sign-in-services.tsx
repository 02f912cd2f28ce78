import { useLocation } from 'preact-iso';
import type { SignInWays } from '../../api/links.ts';
import { Glyph } from '../glyph.tsx';
import { troubleWords } from './sign-in-trouble.ts';
import { useWork } from './use-work.ts';

type Services = SignInWays['services'];

/** A button for each service. They are plain links: the way out to a service needs no form and no script of its own. */
export function SignInServices({ services, next }: { services: Services; next: string }) {
  const { t } = useWork();
  if (services.length === 0) return null;
  return (
    <div class="stack sign-in-services">
      <ul class="plain-list stack-tight">
        {services.map(({ id, label }) => (
          <li key={id}>
            {/* "_top" leaves the page; the router would take the address for one of its own. */}
            <a
              class="button button-plain sign-in-service"
              target="_top"
              href={`/api/v1/oidc/${encodeURIComponent(id)}/start?next=${encodeURIComponent(next)}`}
            >
              {t('signIn.with', { service: label })}
            </a>
          </li>
        ))}
      </ul>
      <p class="muted small">{t('signIn.or')}</p>
    </div>
  );
}

/** Why somebody who came back from a service is not signed in. */
export function SignInTrouble({ services }: { services: Services }) {
  const { t } = useWork();
  const { query } = useLocation();
  const service = services.find(({ id }) => id === query.service)?.label;
  const words = troubleWords(query.trouble, service, t);
  if (!words) return null;
  return (
    <div role="alert" class="error-summary sign-in-trouble">
      <p>
        <Glyph name="alert" size={18} /> <strong>{t('signIn.summary')}</strong>
      </p>
      <p>{words}</p>
    </div>
  );
}
