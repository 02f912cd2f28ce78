import { useMemo, useState } from 'preact/hooks';
import type { FarPairView, PlaceOfPair } from '../../../core/co-location/co-location.ts';
import type { PairDemand } from '../../../core/co-location/far-pairs.ts';
import { flowWidth } from '../../map/flow-curve.ts';
import type { MapFlow } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { sayList } from '../../text/say-hours.ts';
import { DomainChip } from '../chip.tsx';
import { EmptyState } from '../states.tsx';
import type { ShownProps } from './shared-sites.tsx';
import { type CoLocationVoice, useCoLocation } from './use-co-location.ts';

/** Kinds of help that families use together though there is a way between them: lines on the map, and a list. */
export function FarPairs({ data: { pairs, pairsInAll }, selected, onSelect }: ShownProps) {
  const voice = useCoLocation();
  const { t } = voice;
  const [hovered, setHovered] = useState<string | null>(null);
  const flows = useMemo(() => linesOf(pairs, voice), [pairs, voice]);
  const select = (id: string) => onSelect(id === selected ? null : id);
  const map = useMemo(
    () => ({ flows, active: hovered ?? selected, onHover: setHovered, onSelect: select }),
    [flows, hovered, selected, onSelect],
  );
  if (pairs.length === 0)
    return (
      <EmptyState title={t('apart.none')}>
        <p>{t('apart.noneHelp')}</p>
      </EmptyState>
    );
  return (
    <div class="co-located">
      <div class="co-located-map">
        <PlaceMap label={t('apart.map')} flows={map} fit={String(flows.length)} />
      </div>
      <section class="co-located-list">
        <h2>{t('apart.title')}</h2>
        <p>{t('apart.lead')}</p>
        <p class="muted small">
          {t('apart.both')}{' '}
          {pairsInAll > pairs.length && t('apart.some', { n: pairs.length, all: pairsInAll })}
        </p>
        <ol class="plain-list stack-tight">
          {pairs.map((pair) => (
            <PairCard
              key={pair.id}
              pair={pair}
              chosen={pair.id === selected}
              pointed={pair.id === hovered}
              onHover={setHovered}
              onShow={() => select(pair.id)}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

interface PairCardProps {
  pair: FarPairView;
  chosen: boolean;
  pointed: boolean;
  onHover(id: string | null): void;
  onShow(): void;
}

function PairCard({ pair, chosen, pointed, onHover, onShow }: PairCardProps) {
  const { t, main, terms, term } = useCoLocation();
  const { schools } = useSetting();
  const names = schools.filter(({ id }) => pair.schools.includes(id)).map(({ name }) => name);
  return (
    <li
      class={`card ${chosen ? 'site-card-chosen' : ''} ${pointed ? 'place-pointed' : ''}`}
      onMouseEnter={() => onHover(pair.id)}
      onMouseLeave={() => onHover(null)}
    >
      <div class="card-head">
        <h3>
          <button type="button" class="row-button" aria-pressed={chosen} onClick={onShow}>
            {sayList(main, pair.terms.map(term))}
          </button>
        </h3>
        <span class="figures">{t('apart.minutes.n', { n: Math.round(pair.minutes) })}</span>
      </div>
      <ul class="plain-list">
        {pair.places.map((place, index) => (
          <PairPlace
            key={place.id}
            place={place}
            domain={terms.domainOf(pair.terms[index]!)}
            name={term(pair.terms[index]!)}
            demand={pair.students[index]!}
          />
        ))}
      </ul>
      <p class="muted small">{t('apart.schools', { schools: sayList(main, names) })}</p>
      <details class="small">
        <summary>{t('apart.why')}</summary>
        <p>{pair.why[main.language]}</p>
        <p class="muted" lang="en">
          {t('apart.source', { source: pair.source })}
        </p>
      </details>
    </li>
  );
}

interface PairPlaceProps {
  place: PlaceOfPair;
  domain: ReturnType<CoLocationVoice['terms']['domainOf']>;
  name: string;
  demand: PairDemand;
}

function PairPlace({ place, domain, name, demand }: PairPlaceProps) {
  const { t } = useCoLocation();
  return (
    <li class="pair-place">
      <DomainChip domain={domain}>{name}</DomainChip> <span class="muted small">{sayDemand(demand, t)}</span>
      <br />
      <a href={`/services/${place.serviceId}`}>{place.name}</a> <span class="muted">· {place.location}</span>
    </li>
  );
}

/** The more students and minutes, the further up in the list: the width says the smaller figure of students. */
function linesOf(pairs: readonly FarPairView[], { t, terms, term }: CoLocationVoice): MapFlow[] {
  const most = Math.max(...pairs.map(({ students }) => smaller(students)));
  const drawn = new Map<string, number>();
  return pairs.map(({ id, terms: [a, b], places: [from, to], students, minutes }) => {
    const between = [from.point.join(), to.point.join()].join(' ');
    const turn = drawn.get(between) ?? 0;
    drawn.set(between, turn + 1);
    return {
      id,
      from: from.point,
      to: to.point,
      fromDomain: terms.domainOf(a),
      domain: terms.domainOf(b),
      width: flowWidth(smaller(students), most),
      turn,
      label: t('apart.line', { a: term(a), b: term(b), minutes: Math.round(minutes) }),
    };
  });
}

/** Of two figures; one of them is told. */
function smaller([one, other]: FarPairView['students']): number {
  return Math.min(one.students ?? Number.POSITIVE_INFINITY, other.students ?? Number.POSITIVE_INFINITY);
}

function sayDemand({ students, atMost }: PairDemand, t: CoLocationVoice['t']): string {
  if (students === null) return t('apart.untold');
  return t(atMost ? 'apart.atMost' : 'lacking.item', { n: students });
}
