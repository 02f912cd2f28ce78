import { loadOrganization, type OrganizationPage } from '../api/directory.ts';
import { DomainBadge } from '../parts/chip.tsx';
import { CorrectLink } from '../parts/corrections/correct-link.tsx';
import { LoadedPage } from '../parts/loaded-page.tsx';
import { useSetting } from '../state/config.tsx';
import { useSession } from '../state/session.tsx';
import { useLoaded } from '../state/use-loaded.ts';
import { useTitle } from '../state/use-title.ts';
import { sayList } from '../text/say-hours.ts';
import { useVoice } from '../text/use-voice.tsx';
import { ContactLines } from './directory/contact-lines.tsx';
import './directory/directory.css';
import { Paragraphs } from './directory/facts.tsx';
import { workView } from './work-view.ts';

const CloseOrganization = workView((views) => views.closeOrganization());

/** Who somebody is, how to reach them, what they give and where. */
export default function OrganizationView({ id }: { id: string }) {
  const loaded = useLoaded(`organization ${id}`, (signal) => loadOrganization(id, signal));
  useTitle(loaded.data?.organization.name);
  return (
    <LoadedPage loaded={loaded}>
      {(page) => <OrganizationContent page={page} onChanged={loaded.reload} />}
    </LoadedPage>
  );
}

function OrganizationContent({ page, onChanged }: { page: OrganizationPage; onChanged(): void }) {
  const voice = useVoice();
  const { t, language } = voice;
  const { terms } = useSetting();
  const { organization, services, locations } = page;
  const session = useSession();
  return (
    <div class="page sections">
      <header class="page-head">
        <h1>{organization.name}</h1>
        {organization.alternateName && <p class="muted">{organization.alternateName}</p>}
      </header>
      <Paragraphs text={organization.description} />
      <ContactLines phones={organization.phones} email={organization.email} website={organization.website} />
      <section class="stack-tight">
        <h2>{t('organization.services', { n: services.length })}</h2>
        <ul class="plain-list stack-tight">
          {services.map((service) => (
            <li key={service.id} class="service-line">
              <DomainBadge domain={service.terms[0] ? terms.domainOf(service.terms[0]) : null} />
              <span>
                <a id={`service-${service.id}`} href={`/services/${service.id}`}>
                  {service.name}
                </a>
                {service.terms.length > 0 && (
                  <span class="muted">
                    {' · '}
                    {sayList(
                      voice,
                      service.terms.map((term) => terms.label(term, language)),
                    )}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {locations.length > 0 && (
        <section class="stack-tight">
          <h2>{t('organization.places')}</h2>
          <ul class="plain-list stack-tight">
            {locations.map((location) => (
              <li key={location.id}>
                <a id={`place-${location.id}`} href={`/locations/${location.id}`}>
                  {location.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CorrectLink kind="organization" id={organization.id} organizationId={organization.id} />
      {session.has('administrator', 'community-leader') && (
        <CloseOrganization organization={organization} services={services.length} onChanged={onChanged} />
      )}
    </div>
  );
}
