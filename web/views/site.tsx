import { useLocation } from 'preact-iso';
import { DOMAIN_IDS, type DomainId } from '../../core/taxonomy/term.ts';
import { loadSite, type SitePage } from '../api/directory.ts';
import type { OfferView } from '../api/offers.ts';
import { DomainBadge, DomainChip } from '../parts/chip.tsx';
import { SiteLacking } from '../parts/co-location/site-lacking.tsx';
import { SiteTogether } from '../parts/co-location/site-together.tsx';
import { CorrectLink } from '../parts/corrections/correct-link.tsx';
import { LoadedPage } from '../parts/loaded-page.tsx';
import { useSetting } from '../state/config.tsx';
import { useLoaded } from '../state/use-loaded.ts';
import { useNow } from '../state/use-now.ts';
import { useTitle } from '../state/use-title.ts';
import { sayDistance } from '../text/say-distance.ts';
import { sayList } from '../text/say-hours.ts';
import { sayNow } from '../text/say-offer.ts';
import { useVoice } from '../text/use-voice.tsx';
import { ContactLines } from './directory/contact-lines.tsx';
import './directory/directory.css';
import { Paragraphs } from './directory/facts.tsx';
import { groupByDomain } from './directory/group-by-domain.ts';
import { GettingThere } from './directory/place-card.tsx';
import { SiteMap } from './directory/site-map.tsx';
import { splitNames } from './directory/split-names.ts';
import { emptyQuery, formatFindQuery } from './find/find-query.ts';

/** Everything at one place, and what is missing around it. */
export default function Site({ id }: { id: string }) {
  const loaded = useLoaded(`site ${id}`, (signal) => loadSite(id, signal));
  useTitle(loaded.data?.location.name);
  return <LoadedPage loaded={loaded}>{(page) => <SiteContent page={page} />}</LoadedPage>;
}

function SiteContent({ page }: { page: SitePage }) {
  const { t } = useVoice();
  const { route } = useLocation();
  const { location, offers } = page;
  const shared = new Set(offers.map((offer) => offer.organizationId)).size > 1;
  const [address] = location.addresses;
  const lines = address && [
    address.address1,
    address.address2,
    address.city,
    address.stateProvince,
    address.postalCode,
  ];
  return (
    <div class="page two-sided">
      <header class="page-head">
        <h1>{location.name}</h1>
        {lines && <p>{lines.filter(Boolean).join(', ')}</p>}
        <WhoShares offers={offers} />
      </header>
      <div class="sections">
        {location.description && <Paragraphs text={location.description} />}
        <section class="stack">
          <h2>{t('site.services', { n: offers.length })}</h2>
          {groupByDomain(offers).map(({ domain, offers: here }) => (
            <DomainGroup key={domain ?? 'none'} domain={domain} offers={here} shared={shared} />
          ))}
        </section>
        <SiteTogether offers={offers} />
        <Around page={page} />
        <SiteLacking location={location} />
        <CorrectLink kind="location" id={location.id} organizationId={location.organizationId} />
        <p class="no-print">
          <a href={`/download?location=${location.id}`}>{t('find.download')}</a>
        </p>
      </div>
      <div class="side stack">
        <SiteMap page={page} goTo={(place) => route(`/locations/${place}`)} />
        <div class="stack-tight">
          <GettingThere location={location} />
          <ContactLines phones={location.phones} />
        </div>
      </div>
    </div>
  );
}

/** "Shared by Alder Creek Library, Reading Friends and Tri-County Family Services"; many names become a list. */
function WhoShares({ offers }: { offers: readonly OfferView[] }) {
  const voice = useVoice();
  const names = [...new Set(offers.map((offer) => offer.organizationName))];
  if (names.length < 2) return null;
  const { first, more } = splitNames(names);
  if (more.length === 0)
    return <p class="muted">{voice.t('site.sharedBy', { names: sayList(voice, names) })}</p>;
  return (
    <div class="muted shared-by">
      <p>{voice.t('site.shared', { n: names.length })}</p>
      <NameList names={first} />
      <details>
        <summary>{voice.t('site.sharedMore', { n: more.length })}</summary>
        <NameList names={more} />
      </details>
    </div>
  );
}

function NameList({ names }: { names: readonly string[] }) {
  return (
    <ul class="bullet-list shared-names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

interface DomainGroupProps {
  domain: DomainId | null;
  offers: readonly OfferView[];
  /** Several organizations are here, so each is named. */
  shared: boolean;
}

function DomainGroup({ domain, offers, shared }: DomainGroupProps) {
  const voice = useVoice();
  const { terms } = useSetting();
  const { moment } = useNow();
  return (
    <div class="domain-group">
      <h3>
        <DomainBadge domain={domain} /> {domain ? terms.label(domain, voice.language) : voice.t('site.other')}
      </h3>
      <ul class="plain-list">
        {offers.map((offer) => (
          <li key={offer.id}>
            <a id={`offer-${offer.id}`} href={`/services/${offer.serviceId}`}>
              {offer.serviceName}
            </a>
            {shared && ` · ${offer.organizationName}`}
            <p class="muted">{sayNow(voice, offer, moment)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Around({ page: { location, neighbours, missing } }: { page: SitePage }) {
  const voice = useVoice();
  const { t, language } = voice;
  const { terms, units } = useSetting();
  const distance = sayDistance(voice, neighbours.radiusKm, units);
  const near = location.point?.coordinates ?? null;
  const find = (domain: DomainId) => `/?${formatFindQuery({ ...emptyQuery, terms: [domain], near })}`;
  const present = DOMAIN_IDS.map((domain) => [domain, neighbours.domains[domain] ?? 0] as const).filter(
    ([, n]) => n > 0,
  );
  return (
    <>
      <section class="stack-tight">
        <h2>{t('site.missing')}</h2>
        {missing.length === 0 ? (
          <p>{t('site.nothingMissing', { distance })}</p>
        ) : (
          <>
            <p>{t('site.missingText', { distance })}</p>
            <ul class="row plain-list">
              {missing.map((domain) => (
                <li key={domain}>
                  <a class="chip-link" href={find(domain)}>
                    <DomainChip domain={domain}>{terms.label(domain, language)}</DomainChip>
                  </a>
                </li>
              ))}
            </ul>
            <p class="muted small">{t('site.missingHint')}</p>
          </>
        )}
      </section>
      {present.length > 0 && (
        <section class="stack-tight">
          <h2>{t('site.neighbours', { distance })}</h2>
          <ul class="row plain-list">
            {present.map(([domain, n]) => (
              <li key={domain}>
                <a class="chip-link" href={find(domain)}>
                  <DomainChip domain={domain}>
                    {terms.label(domain, language)} <span class="figures">{n}</span>
                  </DomainChip>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
