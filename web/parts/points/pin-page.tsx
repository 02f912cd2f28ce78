import { useState } from 'preact/hooks';
import type { FieldView, RecordView } from '../../../core/corrections/field-view.ts';
import type { Address } from '../../../core/directory/service.ts';
import type { Point, Position } from '../../../core/geo/point.ts';
import type { GeocodingView } from '../../../core/geocoding/point-view.ts';
import { correctField, loadRecord, takeBack } from '../../api/corrections.ts';
import { leaveFound, loadFound } from '../../api/points.ts';
import { Problem } from '../../api/problem.ts';
import { useSetting } from '../../state/config.tsx';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import { FoundPoints } from './found-points.tsx';
import { PinForm } from './pin-form.tsx';
import { PinMap } from './pin-map.tsx';
import './points.css';
import { usePoints } from './use-points.ts';

/** Where a place is, on a map and in figures, to be put right. */
export function PinPage({ id }: { id: string }) {
  const { t } = usePoints();
  const key = `corrections location ${id}`;
  const foundKey = `points ${id}`;
  const record = useLoaded(key, (signal) => loadRecord('location', id, signal));
  const found = useLoaded(foundKey, (signal) => loadFound(id, signal));
  const [, redraw] = useState(0);
  useTitle(record.data && t('title', { name: record.data.name }));
  if (record.problem?.status === 404)
    return (
      <div class="page">
        <h1 class="visually-hidden">{t('closed')}</h1>
        <EmptyState title={t('closed')}>
          <p>{t('closed.help')}</p>
        </EmptyState>
      </div>
    );
  const take = (name: string, reply: RecordView | GeocodingView) => {
    keepReply(name, reply);
    redraw((turn) => turn + 1);
  };
  return (
    <LoadedPage loaded={record}>
      {(data) =>
        found.data ? (
          <Pin
            record={data}
            found={found.data}
            onRecord={(next) => take(key, next)}
            onFound={(next) => take(foundKey, next)}
            onStale={record.reload}
          />
        ) : (
          <div class="page">
            {found.problem ? (
              <ErrorState problem={found.problem} onRetry={found.reload} page />
            ) : (
              <Skeleton lines={8} />
            )}
          </div>
        )
      }
    </LoadedPage>
  );
}

interface PinProps {
  record: RecordView;
  found: GeocodingView;
  onRecord(next: RecordView): void;
  onFound(next: GeocodingView): void;
  onStale(): void;
}

/** What was said last, with the way back. */
interface Said {
  text: string;
  undo?: () => Promise<void>;
}

function Pin({ record, found, onRecord, onFound, onStale }: PinProps) {
  const { t, sayPoint } = usePoints();
  const { config } = useSetting();
  const old = pointOf(record);
  const best = found.state === 'waiting' ? found.candidates[0]?.point.coordinates : undefined;
  const [at, setAt] = useState<Position | null>(old ?? best ?? null);
  /** Counts how often the pin was put somewhere else than on the map: then the map goes there. */
  const [looked, setLooked] = useState(0);
  const put = (to: Position) => {
    setAt(to);
    setLooked(looked + 1);
  };
  const [said, setSaid] = useState<Said>({ text: '' });
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<Said>) => {
    setBusy(true);
    setError(undefined);
    try {
      setSaid(await work());
    } catch (problem) {
      setSaid({ text: '' });
      const isStale = problem instanceof Problem && problem.status === 409;
      if (isStale) onStale();
      setError(t(isStale ? 'stale' : 'failed'));
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    attempt(async () => {
      const before = fieldOf(record, 'point');
      const next = await putPoint(record, {
        point: { type: 'Point', coordinates: at },
        pointQuality: 'exact',
      });
      onRecord(next);
      const undo = () =>
        attempt(async () => {
          const back = await goBack(next, before);
          onRecord(back);
          setAt(pointOf(back) ?? at);
          return { text: t('undone') };
        });
      return { text: t('saved', { name: record.name }), undo };
    });
  const leave = (left: boolean) =>
    attempt(async () => {
      onFound(await leaveFound(record.id, left));
      return { text: t(left ? 'none.said' : 'none.undone') };
    });
  const addresses = (fieldOf(record, 'addresses')?.value ?? []) as Address[];
  return (
    <div class="page pin-page">
      <header class="stack-tight">
        <h1>{t('title', { name: record.name })}</h1>
        <p class="muted">{t(at ? 'lead' : 'leadEmpty')}</p>
        <p class="row no-print">
          <a href={`/locations/${record.id}`}>{t('back')}</a>
          <a href="/verify?show=points">{t('toList')}</a>
        </p>
      </header>
      <PinMap at={at} old={old} candidates={found.candidates} looked={looked} onMove={setAt} />
      <div class="sections">
        <p role="status">
          {said.text}{' '}
          {said.undo && (
            <Button look="quiet" onClick={() => void said.undo?.()}>
              {t('undo')}
            </Button>
          )}
        </p>
        {error && (
          <p class="field-error" role="alert">
            {error}
          </p>
        )}
        <section class="stack-tight">
          <h2>{t('address')}</h2>
          {addresses.length === 0 && <p>{t('noAddress')}</p>}
          {addresses.map((address) => (
            <p key={JSON.stringify(address)}>{lineOf(address)}</p>
          ))}
          <p class="muted small">{t('source', { source: record.source })}</p>
          <p class="muted small">{old ? t('now', { point: sayPoint(old) }) : t('now.none')}</p>
        </section>
        <PinForm
          at={at}
          old={old}
          middle={config?.district?.center ?? null}
          busy={busy}
          onMove={put}
          onSave={() => void save()}
        />
        <FoundPoints
          found={found}
          onChoose={({ point }) => put(point.coordinates)}
          onLeave={(left) => void leave(left)}
        />
      </div>
    </div>
  );
}

function fieldOf(record: RecordView, field: string): FieldView | undefined {
  return record.items.find((item) => item.field === field);
}

function pointOf(record: RecordView): Position | null {
  const value = fieldOf(record, 'point')?.value as { point?: Point } | undefined;
  return value?.point?.coordinates ?? null;
}

function versioned(record: RecordView) {
  const version = fieldOf(record, 'point')?.version ?? '';
  return { kind: 'location', id: record.id, field: 'point', version } as const;
}

function putPoint(record: RecordView, value: unknown): Promise<RecordView> {
  return correctField(versioned(record), value);
}

/** What somebody had said before is said again; where nobody had, the source has the word. */
function goBack(record: RecordView, before: FieldView | undefined): Promise<RecordView> {
  return before?.corrected ? putPoint(record, before.value) : takeBack(versioned(record));
}

function lineOf({ address1, address2, city, stateProvince, postalCode }: Address): string {
  return [address1, address2, city, [stateProvince, postalCode].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
}
