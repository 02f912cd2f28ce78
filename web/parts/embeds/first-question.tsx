import { useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { NobodySignedIn } from '../../embed/nobody-signed-in.tsx';
import { PlaceMap } from '../../map/place-map.tsx';
import { useText } from '../../text/use-voice.tsx';
import type { FilterProps } from '../../views/find/filter-bar.tsx';
import { useEmbedsWords } from './use-embeds-words.ts';

const FilterBar = lazy(async () => ({ default: (await import('../../views/find.tsx')).FilterBar }));

/** What is asked first, in Find's own fields: as a visitor has them. */
export function FirstQuestion({ query, ask }: FilterProps) {
  const t = useEmbedsWords();
  const [open, setOpen] = useState(false);
  return (
    <div class="embed-question">
      <NobodySignedIn>
        <ErrorBoundary>
          <FilterBar query={query} ask={ask} />
        </ErrorBoundary>
      </NobodySignedIn>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('point')}</summary>
        {open && <PointMap query={query} ask={ask} />}
      </details>
    </div>
  );
}

function PointMap({ query, ask }: FilterProps) {
  const t = useEmbedsWords();
  const words = useText();
  const { near } = query;
  return (
    <div class="embed-map">
      <PlaceMap
        label={t('point.map')}
        origin={near && { position: near, label: words('near.point'), kind: 'point' }}
        onPick={(picked) => ask({ near: picked, school: null })}
        fit={String(near)}
      />
    </div>
  );
}
