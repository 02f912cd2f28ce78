import './co-location.css';
import type { Location } from '../../../core/directory/service.ts';
import { loadSiteNeighbourhood } from '../../api/co-location.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { sayDate } from '../../text/say-date.ts';
import { LackingList } from './lacking-list.tsx';
import { useCoLocation } from './use-co-location.ts';

/** On a site's page: who else is under its roof, and what students nearby need that nobody gives nearby. */
export function SiteLacking({ location: { id, point } }: { location: Location }) {
  const { t, main } = useCoLocation();
  const { data } = useLoaded(point ? `co-location ${id}` : null, (signal) =>
    loadSiteNeighbourhood(id, signal),
  );
  // What is found nearby stands on the page already: where nothing can be added, nothing is said.
  if (!point || !data) return null;
  const { lacking, minutes, mode, countedOn, threshold } = data;
  const others = data.locations.filter((other) => other.id !== id);
  return (
    <>
      {others.length > 0 && (
        <section class="stack-tight">
          <h2>{t('site.roof')}</h2>
          <ul class="bullet-list">
            {others.map((other) => (
              <li key={other.id}>
                <a href={`/locations/${other.id}`}>{other.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lacking.length > 0 && (
        <section class="stack-tight">
          <h2>{t('site.missing')}</h2>
          <p>{t('site.missingWithin', { minutes, mode: main.t(`mode.${mode}`) })}</p>
          <LackingList lacking={lacking} near={point.coordinates} />
          <p class="muted small">{t('counted', { date: sayDate(main, countedOn), n: threshold })}</p>
        </section>
      )}
    </>
  );
}
