import { type FoundOffers, findOffers } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Setting, useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { sayTrip } from '../../text/say-distance.ts';
import { useVoice, type Voice } from '../../text/use-voice.tsx';
import { type ActiveFilter, activeFilters, describeNothing } from './describe-query.ts';
import type { FilterProps } from './filter-bar.tsx';
import { emptyQuery, type FindQuery, filterOf } from './find-query.ts';

interface Widening extends ActiveFilter {
  total: number;
  found: FoundOffers;
}

/** Teaches: what was searched, what would widen it and how much that finds, who to ask. */
export default function NothingFound({ query, ask }: FilterProps) {
  const voice = useVoice();
  const { t } = voice;
  const setting = useSetting();
  const ways = waysToWiden(voice, query, setting);
  const key = `widen ${addressOf('/offers', filterOf(query))}`;
  const { data } = useLoaded(key, (signal) => Promise.all(ways.map((way) => tryWay(way, query, signal))));
  const useful = (data ?? []).filter((way) => way.total > 0).sort((a, b) => b.total - a.total);
  const nearest = nearestOf(data ?? []);
  return (
    <EmptyState title={describeNothing(voice, query, setting)}>
      {nearest && (
        <p>
          {t('find.nearest', {
            place: nearest.serviceName,
            trip: sayTrip(voice, nearest.minutes ?? 0, query.mode),
          })}{' '}
          <a href={`/services/${nearest.serviceId}`}>{t('find.nearestLink')}</a>
        </p>
      )}
      {useful.length > 0 && (
        <>
          <p>{t('find.widen')}</p>
          <ul class="plain-list stack-tight">
            {useful.map((way) => (
              <li key={way.key}>
                <Button onClick={() => ask(way.without)}>
                  {t('find.widenBy', { way: way.label, n: way.total })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted">{t('find.askSomeone')}</p>
    </EmptyState>
  );
}

function waysToWiden(voice: Voice, query: FindQuery, { terms }: Setting): ActiveFilter[] {
  const { t } = voice;
  const ways = activeFilters(voice, query).map((filter) => ({
    ...filter,
    label: t('find.without', { filter: filter.label }),
  }));
  if (query.minutes !== null)
    ways.unshift({ key: 'minutes', label: t('find.anyTravelTime'), without: { minutes: null } });
  if (query.minutes !== null && query.mode !== 'car')
    ways.unshift({ key: 'car', label: t('find.byCar'), without: { mode: 'car' } });
  const parents = [...new Set(query.terms.flatMap((term) => terms.get(term)?.parent ?? []))];
  if (parents.length > 0) {
    const labels = parents.map((parent) => terms.label(parent, voice.language)).join(', ');
    ways.push({ key: 'terms', label: t('find.broader', { terms: labels }), without: { terms: parents } });
  }
  if (ways.length > 1)
    ways.push({
      key: 'all',
      label: t('find.withoutAll'),
      without: { ...emptyQuery, q: query.q, terms: query.terms },
    });
  if (query.q) ways.push({ key: 'q', label: t('find.withoutWords', { words: query.q }), without: { q: '' } });
  return ways;
}

async function tryWay(way: ActiveFilter, query: FindQuery, signal: AbortSignal): Promise<Widening> {
  const found = await findOffers({ ...filterOf({ ...query, ...way.without }), perPage: 1 }, signal);
  return { ...way, total: found.total, found };
}

/** Past the asked time, by the asked mode: the first of the list without the limit. */
function nearestOf(ways: readonly Widening[]) {
  const first = ways.find((way) => way.key === 'minutes')?.found.items[0];
  return first?.minutes === undefined ? undefined : first;
}
