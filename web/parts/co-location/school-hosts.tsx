import { useMemo, useState } from 'preact/hooks';
import type { HostView } from '../../../core/co-location/co-location.ts';
import { HOST_FACTORS, type HostFactor } from '../../../core/co-location/rank-hosts.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { sayList } from '../../text/say-hours.ts';
import { ShareBar } from '../progress-bar.tsx';
import { EmptyState } from '../states.tsx';
import { LackingList } from './lacking-list.tsx';
import type { ShownProps } from './shared-sites.tsx';
import { type CoLocationVoice, useCoLocation } from './use-co-location.ts';

/** Schools that give rooms, the best host first, each with the four parts of its points. */
export function SchoolHosts({ data: { hosts, roomless }, selected, onSelect }: ShownProps) {
  const { t } = useCoLocation();
  const [hovered, setHovered] = useState<string | null>(null);
  const places = useMemo(
    () =>
      hosts.map(({ schoolId, name, point, score }, index) => ({
        id: schoolId,
        position: point,
        name,
        label: `${index + 1}. ${name}, ${t('hosts.score', { n: points(score) })}`,
        domain: null,
        number: index + 1,
      })),
    [hosts, t],
  );
  if (hosts.length === 0)
    return (
      <EmptyState title={t('hosts.none')}>
        <p>{t('hosts.noneHelp')}</p>
      </EmptyState>
    );
  return (
    <div class="co-located">
      <div class="co-located-map">
        <PlaceMap
          label={t('hosts.map')}
          places={places}
          selected={selected}
          hovered={hovered}
          onSelect={(id) => onSelect(id === selected ? null : id)}
          onHover={setHovered}
          fit={String(places.length)}
        />
      </div>
      <section class="co-located-list">
        <h2>{t('hosts.title')}</h2>
        <p>{t('hosts.lead')}</p>
        <p class="muted small">{t('hosts.why')}</p>
        <ol class="plain-list stack-tight">
          {hosts.map((host, index) => (
            <li
              key={host.schoolId}
              class={`card ${host.schoolId === selected ? 'site-card-chosen' : ''} ${host.schoolId === hovered ? 'place-pointed' : ''}`}
              onMouseEnter={() => setHovered(host.schoolId)}
              onMouseLeave={() => setHovered(null)}
            >
              <HostCard host={host} place={index + 1} />
            </li>
          ))}
        </ol>
        {roomless.length > 0 && (
          <details>
            <summary>{t('hosts.roomless', { n: roomless.length })}</summary>
            <ul class="bullet-list">
              {roomless.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/schools/${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
    </div>
  );
}

function HostCard({ host, place }: { host: HostView; place: number }) {
  const voice = useCoLocation();
  const { t, main } = voice;
  return (
    <>
      <div class="card-head">
        <h3>
          <span class="figures">{place}.</span> <a href={`/schools/${host.schoolId}`}>{host.name}</a>
        </h3>
        <span class="figures">{t('hosts.score', { n: points(host.score) })}</span>
      </div>
      <dl class="host-factors">
        {HOST_FACTORS.map((factor) => (
          <div key={factor}>
            <dt>{t(`hosts.factor.${factor}`)}</dt>
            <dd>
              <ShareBar share={host.factors[factor]} /> <span>{sayFactor(factor, host, voice)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {host.lacking.length > 0 && <LackingList lacking={host.lacking.slice(0, 5)} near={host.point} />}
      <p class="muted small">
        {t('hosts.rooms', { names: sayList(main, [...new Set(host.rooms.map(({ name }) => name))]) })}
      </p>
    </>
  );
}

function sayFactor(factor: HostFactor, host: HostView, { t }: CoLocationVoice): string {
  const { needed, missing, students, rooms, hoursOpen } = host;
  if (factor === 'lacking')
    return needed === 0
      ? t('hosts.lacking.unknown')
      : t(missing === 0 ? 'hosts.lacking.none' : 'hosts.lacking.some', { missing, needed });
  if (factor === 'demand')
    return students === null ? t('hosts.demand.none') : t('hosts.demand.some', { n: students });
  if (factor === 'hours')
    return hoursOpen === null
      ? t('hosts.hours.unknown')
      : t('hosts.hours.some', { n: Math.round(hoursOpen) });
  const counted = rooms.flatMap(({ placesFree }) => placesFree ?? []);
  const free = counted.reduce((sum, n) => sum + n, 0);
  if (free > 0) return t('hosts.rooms.some', { n: free });
  return counted.length === rooms.length ? t('hosts.rooms.none') : t('hosts.rooms.unknown');
}

/** A score from 0 to 1 as people rank: points of a hundred. */
function points(score: number): number {
  return Math.round(score * 100);
}
