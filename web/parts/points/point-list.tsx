import { POINT_REASONS, type PointlessView, type PointReason } from '../../../core/geocoding/point-view.ts';
import { loadPoints } from '../../api/points.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { SelectField } from '../field.tsx';
import { Pagination } from '../pagination.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import './points.css';
import { usePoints } from './use-points.ts';

interface PointListProps {
  reason: PointReason | undefined;
  page: number;
  /** The address of another page of the list. */
  href(page: number): string;
  onReason(reason: PointReason | undefined): void;
}

/** Public places that no map shows, with why and the way to put each right. */
export function PointsWithoutPlace({ reason, page, href, onReason }: PointListProps) {
  const { t } = usePoints();
  const { data, problem, reload } = useLoaded(
    `points ${reason ?? ''} ${page}`,
    (signal) => loadPoints({ page, reason }, signal),
    { keepLast: true },
  );
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton lines={6} />;
  const all = POINT_REASONS.reduce((sum, each) => sum + (data.counts[each] ?? 0), 0);
  return (
    <section class="section">
      <h2>{t('list.title')}</h2>
      <p class="muted">{t('list.lead')}</p>
      {all > 0 && (
        <div class="controls no-print">
          <SelectField
            label={t('list.reason')}
            value={reason ?? ''}
            options={[
              { value: '', label: `${t('reason.all')} (${all})` },
              ...POINT_REASONS.map((value) => ({
                value,
                label: `${t(`reason.${value}`)} (${data.counts[value] ?? 0})`,
              })),
            ]}
            onChange={(value) => onReason(POINT_REASONS.find((each) => each === value))}
          />
        </div>
      )}
      {data.items.length === 0 && (
        <EmptyState title={t(all === 0 ? 'list.none' : 'list.noneOf')}>
          <p>{t(all === 0 ? 'list.none.help' : 'list.noneOf.help')}</p>
        </EmptyState>
      )}
      <ul class="plain-list point-list">
        {data.items.map((place) => (
          <PointlessItem key={place.id} place={place} />
        ))}
      </ul>
      <Pagination page={data.page} perPage={data.perPage} total={data.total} href={href} />
    </section>
  );
}

function PointlessItem({ place }: { place: PointlessView }) {
  const { t } = usePoints();
  const facts = [
    t('services', { n: place.services }),
    t(`reason.${place.reason}`),
    ...(place.candidates > 0 ? [t('candidates', { n: place.candidates })] : []),
  ];
  return (
    <li class="stack-tight">
      <h3>
        <a href={`/locations/${place.id}`}>{place.name}</a>
      </h3>
      <p>{place.address || t('noAddress')}</p>
      <p class="muted small">{facts.join(' · ')}</p>
      <p class="no-print">
        <a href={`/verify/pin/${place.id}`} aria-label={t('putOf', { name: place.name })}>
          {t('put')}
        </a>
      </p>
    </li>
  );
}
