import type { ChangeSample, ImportPreview, TablePreview } from '../../../core/imports/import-preview.ts';
import { feedsEn } from '../../text/feeds-en.ts';
import { type Column, Table } from '../table.tsx';
import { useWork } from '../work/use-work.ts';
import { type SayFeeds, useFeedWords } from './use-feeds.ts';

const KINDS = ['changed', 'added', 'missing'] as const;

/** What a file would change: counts by table, then some of the records. */
export function Changes({ tables, samples }: ImportPreview) {
  const t = useFeedWords();
  const { say } = useWork();
  const rows = Object.entries(tables).map(([table, counts]) => ({ table, ...counts }));
  const figure = (key: keyof TablePreview): Column<(typeof rows)[number]> => ({
    key,
    label: t(key),
    figure: true,
    cell: (row) => row[key].toLocaleString(say.locale),
  });
  const isSame = rows.every(({ added, changed, missing }) => added + changed + missing === 0);
  return (
    <>
      <div class="section">
        <h2>{t('differences')}</h2>
        <Table
          caption={t('differences')}
          rows={rows}
          rowKey={({ table }) => table}
          columns={[
            { key: 'table', label: t('table'), cell: (row) => tableWord(t, row.table) },
            ...(['added', 'changed', 'missing', 'unchanged'] as const).map(figure),
          ]}
        />
        <p class="muted small">{isSame ? t('same') : t('some.confidential')}</p>
      </div>
      {KINDS.map((kind) => (
        <Samples
          key={kind}
          kind={kind}
          samples={samples.filter(({ change }) => change === kind)}
          all={rows.reduce((sum, row) => sum + row[kind], 0)}
        />
      ))}
    </>
  );
}

interface SamplesProps {
  kind: (typeof KINDS)[number];
  samples: readonly ChangeSample[];
  all: number;
}

function Samples({ kind, samples, all }: SamplesProps) {
  const t = useFeedWords();
  const { say } = useWork();
  if (samples.length === 0) return null;
  return (
    <section class="section" aria-labelledby={`samples-${kind}`}>
      <h2 id={`samples-${kind}`}>{t(`samples.${kind}`)}</h2>
      {samples.length < all && (
        <p class="muted small">{t('some', { n: samples.length, all: all.toLocaleString(say.locale) })}</p>
      )}
      <ul class="change-list">
        {samples.map((sample) => (
          <li key={`${sample.table} ${sample.id}`}>
            <strong>{sample.name ?? tableWord(t, sample.table)}</strong>{' '}
            <span class="muted small">{tableWord(t, sample.table)}</span>
            {sample.fields && <Fields fields={sample.fields} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ fields }: { fields: NonNullable<ChangeSample['fields']> }) {
  const t = useFeedWords();
  return (
    <ul class="change-fields">
      {fields.map(({ field, from, to }) => (
        <li key={field}>
          {fieldWord(t, field)}
          {(from !== undefined || to !== undefined) && (
            <>
              : {t('was')} <q>{from ?? t('empty')}</q>, {t('becomes')} <q>{to ?? t('empty')}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function tableWord(t: SayFeeds, table: string): string {
  const key = `table.${table as 'services'}` as const;
  return key in feedsEn ? t(key) : table;
}

function fieldWord(t: SayFeeds, field: string): string {
  const key = `field.${field as 'name'}` as const;
  return key in feedsEn ? t(key) : field;
}
