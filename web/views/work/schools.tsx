import './work.css';
import './schools.css';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { School } from '../../../core/schools/school.ts';
import { loadSchools } from '../../api/schools.ts';
import type { MapPlace } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { LinkButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { findSchools } from '../../parts/work/find-schools.ts';
import { schoolFacts } from '../../parts/work/school-facts.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

const wordsQuery = {
  parse: (params: URLSearchParams) => ({ q: params.get('q') ?? '' }),
  format: ({ q }: { q: string }) => new URLSearchParams(q ? { q } : {}),
};

export default function SchoolsView() {
  const { t, say } = useWork();
  const { route } = useLocation();
  const all = useLoaded('schools', loadSchools);
  const [{ q }, change] = useQuery(wordsQuery);
  const [hovered, setHovered] = useState<string | null>(null);
  useTitle(t('schools.title'));
  const found = useMemo(() => findSchools(all.data ?? [], q, say.locale), [all.data, q, say]);
  const places = useMemo(() => found.flatMap(placeOf), [found]);
  return (
    <div class="page schools">
      <div class="page-head">
        <div>
          <h1>{t('schools.title')}</h1>
          <p class="muted">{t('schools.lead')}</p>
        </div>
      </div>
      {all.problem && <ErrorState problem={all.problem} onRetry={all.reload} />}
      {!all.data && !all.problem && <Skeleton lines={8} />}
      {all.data?.length === 0 && <NoSchools />}
      {all.data && all.data.length > 0 && (
        <div class="list-and-map">
          <div class="stack-tight">
            <TextField
              label={t('schools.search')}
              type="search"
              value={q}
              onInput={(event) => change({ q: event.currentTarget.value }, { replace: true })}
            />
            <StatusLine>{t('schools.count', { n: found.length })}</StatusLine>
            {found.length === 0 && (
              <EmptyState title={t('schools.noneFound', { words: q })}>
                <p>{t('schools.noneFoundHelp')}</p>
              </EmptyState>
            )}
            <ul class="plain-list school-list">
              {found.map((school) => (
                <SchoolItem
                  key={school.id}
                  school={school}
                  active={school.id === hovered}
                  onHover={setHovered}
                />
              ))}
            </ul>
          </div>
          <PlaceMap
            label={t('schools.map')}
            places={places}
            hovered={hovered}
            onHover={setHovered}
            onSelect={(id) => route(`/schools/${id}`)}
            fit={q}
          />
        </div>
      )}
    </div>
  );
}

function SchoolItem({
  school,
  active,
  onHover,
}: {
  school: School;
  active: boolean;
  onHover(id: string | null): void;
}) {
  const { t, say } = useWork();
  return (
    <li
      class={active ? 'school-active' : ''}
      onMouseEnter={() => onHover(school.id)}
      onMouseLeave={() => onHover(null)}
      onFocusCapture={() => onHover(school.id)}
      onBlurCapture={() => onHover(null)}
    >
      <a href={`/schools/${school.id}`}>
        <strong>{school.name}</strong>
      </a>
      <p class="muted small figures">{schoolFacts(school, t, say).join(' · ')}</p>
    </li>
  );
}

function NoSchools() {
  const { t } = useWork();
  const mayImport = useSession().has('administrator');
  return (
    <EmptyState title={t('schools.none')}>
      <p>{t('schools.noneHelp')}</p>
      {mayImport && (
        <LinkButton href="/import?kind=schools" look="primary">
          {t('imports.title')}
        </LinkButton>
      )}
    </EmptyState>
  );
}

function placeOf({ id, name, point }: School): MapPlace[] {
  return point ? [{ id, position: point.coordinates, name, label: name, domain: null, glyph: 'school' }] : [];
}
