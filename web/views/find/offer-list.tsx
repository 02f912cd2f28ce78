import { useEffect, useRef } from 'preact/hooks';
import { Pagination } from '../../parts/pagination.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import type { Loaded } from '../../state/use-loaded.ts';
import { workView } from '../work-view.ts';
import { type FindQuery, formatFindQuery } from './find-query.ts';
import { OfferCard } from './offer-card.tsx';
import type { Answer } from './use-find.ts';

const NothingFound = workView((views) => views.nothingFound());

interface OfferListProps {
  list: Loaded<Answer>;
  query: FindQuery;
  ask(change: Partial<FindQuery>): void;
  pointed: string | null;
  onPoint(place: string | null): void;
  onShow(place: string): void;
}

export function OfferList({ list, query, ask, pointed, onPoint, onShow }: OfferListProps) {
  const element = useRef<HTMLUListElement>(null);
  useChosenInSight(element, query.place);
  const { data, problem } = list;
  if (problem && !data) return <ErrorState problem={problem} onRetry={list.reload} />;
  if (!data) return <Skeletons />;
  const { found, asked } = data;
  if (found.total === 0) return list.loading ? <Skeletons /> : <NothingFound query={query} ask={ask} />;
  return (
    <>
      {problem && <ErrorState problem={problem} onRetry={list.reload} />}
      <ul class="plain-list offer-list" ref={element} aria-busy={list.loading}>
        {found.items.map((offer) => (
          <OfferCard
            key={offer.id}
            offer={offer}
            query={{ ...asked, place: query.place }}
            pointed={pointed !== null && offer.locationId === pointed}
            onPoint={onPoint}
            onShow={onShow}
          />
        ))}
      </ul>
      <Pagination
        page={found.page}
        perPage={found.perPage}
        total={found.total}
        href={(page) => `/?${formatFindQuery({ ...query, page, place: null })}`}
      />
    </>
  );
}

/** A place chosen on the map comes into sight in the list. */
function useChosenInSight(element: { current: HTMLElement | null }, place: string | null): void {
  useEffect(() => {
    if (place === null) return;
    const card = element.current?.querySelector(`[data-place="${CSS.escape(place)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [place]);
}

function Skeletons() {
  return (
    <div class="offer-list">
      {[0, 1, 2, 3, 4].map((card) => (
        <div key={card} class="offer-card">
          <Skeleton lines={3} />
        </div>
      ))}
    </div>
  );
}
