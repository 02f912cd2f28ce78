import { useState } from 'preact/hooks';
import type { RecordKind } from '../../../core/corrections/correction.ts';
import type { RecordView } from '../../../core/corrections/field-view.ts';
import { loadRecord } from '../../api/corrections.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import './corrections.css';
import { controlsOf } from './field-controls.ts';
import { FieldRow } from './field-row.tsx';
import { useCorrections } from './use-corrections.ts';

/** The page that people see of a record. */
const PAGES = { organization: 'organizations', service: 'services', location: 'locations' } as const;
export type CorrectedPage = keyof typeof PAGES;

export function isCorrectedPage(kind: string): kind is CorrectedPage {
  return Object.hasOwn(PAGES, kind);
}

/** A record field by field, with where each value comes from; whatever is wrong is put right here. */
export function CorrectPage({ kind, id }: { kind: CorrectedPage; id: string }) {
  const { t } = useCorrections();
  const key = `corrections ${kind} ${id}`;
  const loaded = useLoaded(key, (signal) => loadRecord(kind, id, signal));
  const [{ said }, setSaid] = useState({ said: '' });
  useTitle(loaded.data && t('title', { name: loaded.data.name }));
  if (loaded.problem?.status === 404)
    return (
      <div class="page">
        <h1 class="visually-hidden">{t('closed')}</h1>
        <EmptyState title={t('closed')}>
          <p>{t('closed.help')}</p>
          <p>
            <a href={`/${PAGES[kind]}/${id}`}>{t('back')}</a>
          </p>
        </EmptyState>
      </div>
    );
  return (
    <LoadedPage loaded={loaded}>
      {(record) => (
        <div class="page">
          <header class="stack-tight">
            <h1>{t('title', { name: record.name })}</h1>
            <p class="muted">{t('lead', { source: record.source })}</p>
            <p class="row no-print">
              <a href={`/${PAGES[kind]}/${id}`}>{t('back')}</a>
              {kind === 'location' && <a href={`/verify/pin/${id}`}>{t('movePin')}</a>}
            </p>
          </header>
          <p role="status">{said}</p>
          <Fields
            record={record}
            onTold={(next, words) => {
              keepReply(key, next);
              // Drawn anew with the reply, also where the words are the same.
              setSaid({ said: words });
            }}
            onStale={loaded.reload}
          />
        </div>
      )}
    </LoadedPage>
  );
}

interface FieldsProps {
  record: RecordView;
  onTold(next: RecordView, words: string): void;
  onStale(): void;
}

function Fields({ record, onTold, onStale }: FieldsProps) {
  const items = new Map(record.items.map((item) => [item.field, item]));
  return (
    <ul class="plain-list corrections">
      {controlsOf(record.kind satisfies RecordKind).map(([field, control]) => {
        const item = items.get(field);
        if (!item) return null;
        return <FieldRow key={field} {...{ record, field, control, item, onTold, onStale }} />;
      })}
    </ul>
  );
}
