import { useState } from 'preact/hooks';
import { loadService, type ServicePage } from '../api/directory.ts';
import { Button } from '../parts/button.tsx';
import { DomainChip } from '../parts/chip.tsx';
import { CorrectLink } from '../parts/corrections/correct-link.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { LoadedPage } from '../parts/loaded-page.tsx';
import { ServiceCare } from '../parts/verification/service-care.tsx';
import { useSetting } from '../state/config.tsx';
import { useLoaded } from '../state/use-loaded.ts';
import { useNow } from '../state/use-now.ts';
import { useTitle } from '../state/use-title.ts';
import { capital } from '../text/say-hours.ts';
import { sayCost, sayLanguages, sayPlacesChecked } from '../text/say-offer.ts';
import { useVoice } from '../text/use-voice.tsx';
import { ContactLines } from './directory/contact-lines.tsx';
import './directory/directory.css';
import { Ask, Fact, Facts, Paragraphs } from './directory/facts.tsx';
import { ForWhom } from './directory/for-whom.tsx';
import { PlaceCard } from './directory/place-card.tsx';
import { numberPlaces, ServiceMap } from './directory/service-map.tsx';

/** One service in plain words: what, for whom, where and when, what it costs, what to bring, how to begin. */
export default function ServiceView({ id }: { id: string }) {
  const loaded = useLoaded(`service ${id}`, (signal) => loadService(id, signal));
  useTitle(loaded.data?.service.name);
  return <LoadedPage loaded={loaded}>{(page) => <ServiceContent page={page} />}</LoadedPage>;
}

function ServiceContent({ page }: { page: ServicePage }) {
  const { t } = useVoice();
  const { service, places } = page;
  const numbers = numberPlaces(places);
  const [pointed, setPointed] = useState<string | null>(null);
  return (
    <div class="page two-sided">
      <Head page={page} />
      <div class="sections">
        {service.description && (
          <section class="stack-tight">
            <Paragraphs text={service.description} />
          </section>
        )}
        <KeyFacts page={page} />
        <HowToBegin page={page} />
        {service.requiredDocuments.length > 0 && <Bring service={service} />}
        <section class="stack">
          <h2>{t('service.where', { n: places.length })}</h2>
          {places.length === 0 && <p>{t('service.noPlace')}</p>}
          {places.map(({ offer, location }) => (
            <PlaceCard
              key={offer.id}
              offer={offer}
              location={location}
              number={numbers.get(offer.id)}
              pointed={pointed === offer.id}
              onPoint={setPointed}
            />
          ))}
        </section>
        <ServiceCare key={service.id} service={service} verified={page.verified} />
        <CorrectLink kind="service" id={service.id} organizationId={service.organizationId} />
      </div>
      <div class="side">
        <ServiceMap page={page} pointed={pointed} onPoint={setPointed} />
      </div>
    </div>
  );
}

function Head({ page: { service, organization } }: { page: ServicePage }) {
  const { t, language } = useVoice();
  const { terms } = useSetting();
  return (
    <header class="page-head">
      <h1>{service.name}</h1>
      <p>
        <a href={`/organizations/${organization.id}`}>{organization.name}</a>
      </p>
      <div class="row">
        {service.terms.map((term) => (
          <DomainChip key={term} domain={terms.domainOf(term)}>
            {terms.label(term, language)}
          </DomainChip>
        ))}
        <span class="page-head-tools no-print">
          <Button icon="printer" onClick={() => print()}>
            {t('service.print')}
          </Button>
        </span>
      </div>
      {service.status !== 'active' && (
        <p class="notice">
          <Glyph name="alert" /> {t(`status.${service.status}`)}
        </p>
      )}
      {service.alert && (
        <p class="notice">
          <Glyph name="alert" /> {service.alert}
        </p>
      )}
    </header>
  );
}

function KeyFacts({ page: { service, places } }: { page: ServicePage }) {
  const voice = useVoice();
  const { t } = voice;
  const { now } = useNow();
  const first = places[0]?.offer;
  const cost = first && sayCost(voice, first);
  const languages = first && sayLanguages(voice, first.languages);
  const room = first && places.length === 1 ? sayPlacesChecked(voice, first, now) : undefined;
  return (
    <Facts>
      <ForWhom service={service} />
      <Fact label={t('service.cost')}>
        {cost ? <p>{capital(cost)}</p> : <Ask>{t('ask.cost')}</Ask>}
        {service.feesDescription && service.feesDescription !== cost && !first?.free && (
          <p>{service.feesDescription}</p>
        )}
      </Fact>
      <Fact label={t('service.languages')}>
        {languages ? <p>{capital(languages)}</p> : <Ask>{t('ask.languages')}</Ask>}
        {service.interpretationServices && <p>{service.interpretationServices}</p>}
      </Fact>
      {room && (
        <Fact label={t('service.room')}>
          <p>{capital(room)}</p>
        </Fact>
      )}
      {service.waitTime && (
        <Fact label={t('service.wait')}>
          <p>{capital(service.waitTime)}</p>
        </Fact>
      )}
    </Facts>
  );
}

function HowToBegin({ page: { service, organization } }: { page: ServicePage }) {
  const { t } = useVoice();
  const phones = service.phones.length > 0 ? service.phones : organization.phones;
  return (
    <section class="stack-tight">
      <h2>{t('service.begin')}</h2>
      {service.applicationProcess && <Paragraphs text={service.applicationProcess} />}
      <ContactLines
        phones={phones}
        email={service.email ?? organization.email}
        website={service.url ?? organization.website}
      />
    </section>
  );
}

function Bring({ service }: { service: ServicePage['service'] }) {
  const { t } = useVoice();
  return (
    <section class="stack-tight">
      <h2>{t('service.bring')}</h2>
      <ul class="bullet-list">
        {service.requiredDocuments.map(({ document }) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
    </section>
  );
}
