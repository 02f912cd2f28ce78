import { useState } from 'preact/hooks';
import { loadHours, type PlaceHours, tellHours, undoHours } from '../../api/hours.ts';
import { Problem } from '../../api/problem.ts';
import type { VerifiableService } from '../../api/verification.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { HoursForm } from './hours-form.tsx';
import { useVerification } from './use-verification.ts';

interface OwnHoursProps {
  service: Pick<VerifiableService, 'id' | 'name'> & { organization: { id: string } };
  onSaid(words: string): void;
}

/** When a service is open, at each of its places. */
export function OwnHours({ service: { id, name, organization }, onSaid }: OwnHoursProps) {
  const { t } = useVerification();
  const key = `hours ${organization.id}`;
  const { data, problem, reload } = useLoaded(key, (signal) => loadHours(organization.id, signal));
  if (problem && !data)
    return (
      <p>
        {t('hours.unread')} <Button onClick={reload}>{t('hours.again')}</Button>
      </p>
    );
  const places = data?.items.filter(({ serviceId }) => serviceId === id) ?? [];
  if (data && places.length === 0) return <p class="muted">{t('hours.nowhere')}</p>;
  const take = (next: PlaceHours) => {
    const items = data!.items.map((each) => (each.id === next.id ? next : each));
    keepReply(key, { items });
  };
  return (
    <>
      {places.map((place) => (
        <HoursAtPlace
          key={place.id}
          serviceName={name}
          place={place}
          namesPlace={places.length > 1}
          onTold={(next, words) => {
            take(next);
            onSaid(words);
          }}
          onStale={reload}
        />
      ))}
    </>
  );
}

interface HoursAtPlaceProps {
  serviceName: string;
  place: PlaceHours;
  namesPlace: boolean;
  onTold(next: PlaceHours, words: string): void;
  /** Somebody else was faster. */
  onStale(): void;
}

function HoursAtPlace({ serviceName, place, namesPlace, onTold, onStale }: HoursAtPlaceProps) {
  const { t, weekLines, ago } = useVerification();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<string>();
  const lines = weekLines(place.hours);
  const send = async (work: () => Promise<PlaceHours>, words: string) => {
    setError(undefined);
    await work().then(
      (next) => {
        setEditing(false);
        onTold(next, words);
      },
      (problem: unknown) => {
        const isStale = problem instanceof Problem && problem.status === 409;
        if (isStale) onStale();
        setError(t(isStale ? 'hours.stale' : 'failed'));
      },
    );
  };
  return (
    <div class="stack-tight">
      {namesPlace && <h4>{place.placeName}</h4>}
      {lines.length === 0 ? <p>{t('hours.unknown')}</p> : lines.map((line) => <p key={line}>{line}</p>)}
      {place.alsoSometimes && <p class="muted small">{t('hours.sometimes')}</p>}
      {place.toldAt && <p class="muted small">{t('hours.told', { ago: ago(place.toldAt) })}</p>}
      {editing ? (
        <HoursForm
          hours={place.hours}
          problem={error}
          onSave={(hours) => void send(() => tellHours(place, hours), t('hours.saved'))}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div class="row no-print">
          <Button
            look="quiet"
            aria-label={t('hours.changeOf', { name: serviceName, place: place.placeName })}
            onClick={() => setEditing(true)}
          >
            {t('hours.change')}
          </Button>
          {place.toldAt && (
            <Button
              look="quiet"
              aria-label={t('hours.undoOf', { name: serviceName, place: place.placeName })}
              onClick={() => void send(() => undoHours(place), t('hours.undone'))}
            >
              {t('hours.undo')}
            </Button>
          )}
        </div>
      )}
      {error && !editing && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
