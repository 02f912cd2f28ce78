import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CoLocation, SharedSite } from '../../../core/co-location/co-location.ts';
import type { MapPlace } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { joinFacts } from '../../text/say-offer.ts';
import { DomainBadge } from '../chip.tsx';
import { EmptyState } from '../states.tsx';
import { LackingList } from './lacking-list.tsx';
import { SharingList } from './sharing-list.tsx';
import { TogetherLines } from './together-lines.tsx';
import { useCoLocation } from './use-co-location.ts';

export interface ShownProps {
  data: CoLocation;
  selected: string | null;
  onSelect(id: string | null): void;
}

/** Places with several organizations: the map and the list are one. */
export function SharedSites({ data, selected, onSelect }: ShownProps) {
  const { t } = useCoLocation();
  const [hovered, setHovered] = useState<string | null>(null);
  const places = useMemo(() => data.sites.map((site) => pinOf(site, t)), [data, t]);
  const list = useRef<HTMLOListElement>(null);
  const last = useRef(selected);
  // What was chosen on the map is brought into sight; a link to a place begins at the top of the page.
  useEffect(() => {
    if (last.current !== selected)
      list.current?.querySelector('.site-card-chosen')?.scrollIntoView({ block: 'nearest' });
    last.current = selected;
  }, [selected]);
  if (data.sites.length === 0)
    return (
      <EmptyState title={t('roof.none')}>
        <p>{t('roof.noneHelp')}</p>
      </EmptyState>
    );
  return (
    <div class="co-located">
      <div class="co-located-map">
        <PlaceMap
          label={t('roof.map')}
          places={places}
          selected={selected}
          hovered={hovered}
          onSelect={(id) => onSelect(id === selected ? null : id)}
          onHover={setHovered}
          fit={String(places.length)}
        />
      </div>
      <section class="co-located-list">
        <h2>{t('roof.title')}</h2>
        {data.sitesInAll > data.sites.length && (
          <p class="muted small">{t('roof.some', { n: data.sites.length, all: data.sitesInAll })}</p>
        )}
        <ol class="plain-list stack-tight" ref={list}>
          {data.sites.map((site) => (
            <SiteCard
              key={site.id}
              site={site}
              threshold={data.threshold}
              chosen={site.id === selected}
              pointed={site.id === hovered}
              onHover={setHovered}
              onShow={() => onSelect(site.id === selected ? null : site.id)}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

interface SiteCardProps {
  site: SharedSite;
  threshold: number;
  chosen: boolean;
  pointed: boolean;
  onHover(id: string | null): void;
  onShow(): void;
}

function SiteCard({ site, threshold, chosen, pointed, onHover, onShow }: SiteCardProps) {
  const { t } = useCoLocation();
  const facts = [
    t('roof.organizations', { n: site.organizations.length }),
    t('roof.offers', { n: site.offers }),
    site.address,
  ];
  return (
    <li
      class={`card site-card ${chosen ? 'site-card-chosen' : ''} ${pointed ? 'place-pointed' : ''}`}
      onMouseEnter={() => onHover(site.id)}
      onMouseLeave={() => onHover(null)}
    >
      <div class="card-head">
        <h3>
          <button
            type="button"
            class="row-button"
            aria-pressed={chosen}
            aria-label={t('roof.show', { place: site.name })}
            onClick={onShow}
          >
            {site.name}
          </button>
        </h3>
        <span class="row site-domains" aria-hidden="true">
          {site.domains.map((domain) => (
            <DomainBadge key={domain} domain={domain} size={16} />
          ))}
        </span>
      </div>
      <p class="muted small">{joinFacts(facts)}</p>
      <div class={chosen ? 'site-more' : 'site-more site-more-closed'}>
        <SiteMore site={site} threshold={threshold} />
      </div>
    </li>
  );
}

function SiteMore({ site, threshold }: Pick<SiteCardProps, 'site' | 'threshold'>) {
  const { t } = useCoLocation();
  return (
    <>
      <div>
        <h4>{t('roof.who')}</h4>
        <ul class="plain-list">
          {site.organizations.map(({ id, name }) => (
            <li key={id}>
              <a href={`/organizations/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{t('together.title')}</h4>
        <TogetherLines week={site.together} atMost={4} />
      </div>
      <div>
        <h4>{t('sharing.title')}</h4>
        <SharingList sharing={site.sharing} threshold={threshold} />
      </div>
      {site.lacking.length > 0 && (
        <div>
          <h4>{t('lacking')}</h4>
          <LackingList lacking={site.lacking} near={site.point} />
        </div>
      )}
      <p class="row no-print">
        {site.locations.map(({ id, name }) => (
          <a key={id} href={`/locations/${id}`}>
            {t('roof.open')}
            {site.locations.length > 1 && `: ${name}`}
          </a>
        ))}
      </p>
    </>
  );
}

function pinOf(
  { id, name, point, organizations, domains }: SharedSite,
  t: ReturnType<typeof useCoLocation>['t'],
): MapPlace {
  return {
    id,
    position: point,
    name,
    label: `${name}, ${t('roof.organizations', { n: organizations.length })}`,
    domain: domains.length === 1 ? domains[0]! : null,
    count: organizations.length,
  };
}
