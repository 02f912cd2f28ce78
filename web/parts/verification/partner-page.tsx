import { useState } from 'preact/hooks';
import { loadAgreements } from '../../api/agreements.ts';
import type { VerifiableService, VerificationQueue } from '../../api/verification.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { AgreementList } from '../agreements/agreement-list.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { OwnHours } from './own-hours.tsx';
import { PlacesForm } from './places-form.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useVerification } from './use-verification.ts';
import { VerifyActions } from './verify-actions.tsx';
import { useQueue } from './verify-page.tsx';

/** A partner's own page: what it gives, places free, agreements, and what readers say. */
export function PartnerPage() {
  const { t } = useVerification();
  const { loaded, take } = useQueue();
  const [said, setSaid] = useState('');
  useTitle(t('partner.title'));
  return (
    <LoadedPage loaded={loaded}>
      {(queue) => (
        <div class="page">
          <header class="stack-tight">
            <h1>{t('partner.title')}</h1>
            <p class="muted">{t('partner.lead')}</p>
            <p class="no-print">
              <a href="/shared">{t('partner.shared')}</a>
            </p>
            <p role="status">{said}</p>
          </header>
          {queue.items.length === 0 && (
            <EmptyState title={t('none')}>
              <p>{t('none.help')}</p>
            </EmptyState>
          )}
          <ul class="agreement-facts">
            {queue.items.map((service) => (
              <OwnService
                key={service.id}
                service={service}
                onSaid={(words, next) => {
                  setSaid(words);
                  if (next) take(next);
                  else loaded.reload();
                }}
              />
            ))}
          </ul>
          <OwnAgreements />
          <SuggestionList />
        </div>
      )}
    </LoadedPage>
  );
}

interface OwnServiceProps {
  service: VerifiableService;
  onSaid(words: string, next?: VerificationQueue): void;
}

function OwnService({ service, onSaid }: OwnServiceProps) {
  const { t, checked } = useVerification();
  return (
    <li class="job">
      <div class="job-line">
        <h2>{service.name}</h2>
        <a href={`/services/${service.id}`}>{t('partner.page')}</a>
      </div>
      <p>
        <strong>{t('checked')}:</strong> {checked(service.verified)}
      </p>
      <VerifyActions service={service} onSaid={(next, words) => onSaid(words, next)} />
      <h3>{t('hours.title')}</h3>
      <OwnHours service={service} onSaid={onSaid} />
      <h3>{t('partner.places')}</h3>
      <PlacesForm service={service} onSaid={onSaid} />
    </li>
  );
}

function OwnAgreements() {
  const { t } = useVerification();
  const { data } = useLoaded('agreements', loadAgreements);
  if (!data) return null;
  return (
    <section class="section">
      <h2>{t('partner.agreements')}</h2>
      {data.items.length === 0 ? (
        <p class="muted">{t('partner.noAgreements')}</p>
      ) : (
        <AgreementList items={data.items} />
      )}
    </section>
  );
}
