import { useState } from 'preact/hooks';
import type { UnmetEntry } from '../../../core/unmet/unmet-note.ts';
import { localeOf, sayNumber } from '../../text/translate.ts';
import { Button } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { sitingQuery } from '../where-next/siting-query.ts';
import { gapQuery } from '../work/gap-query.ts';
import { type SortValue, sortRows } from '../work/sort-rows.ts';
import { UNMET_COLUMNS, type UnmetColumn, type UnmetQuery } from './unmet-query.ts';
import { type UnmetVoice, useUnmet } from './use-unmet.ts';

/** Rows at first: two screens or more. */
const FIRST = 60;

interface UnmetTableProps {
  entries: readonly UnmetEntry[];
  query: UnmetQuery;
  onChange(change: Partial<UnmetQuery>): void;
}

/** The ledger, line by line; each line leads to what could be done about it. */
export function UnmetTable({ entries, query: { by, down }, onChange }: UnmetTableProps) {
  const voice = useUnmet();
  const { t, main } = voice;
  const [all, setAll] = useState(false);
  const rows = sortRows(entries, (row) => sortValue(row, by, voice), down, localeOf(main.language));
  return (
    <>
      <Table
        caption={t('title')}
        columns={columnsOf(voice)}
        rows={all ? rows : rows.slice(0, FIRST)}
        rowKey={({ source, term, where, schoolId, from }) => `${source} ${term} ${where} ${schoolId} ${from}`}
        sorting={{ key: by, down }}
        onSort={(sorting) =>
          onChange({ by: UNMET_COLUMNS.find((each) => each === sorting.key) ?? by, down: sorting.down })
        }
      />
      {!all && rows.length > FIRST && (
        <p class="no-print">
          <Button onClick={() => setAll(true)}>{t('more', { n: rows.length - FIRST })}</Button>
        </p>
      )}
    </>
  );
}

function sortValue(row: UnmetEntry, by: UnmetColumn, { t, term, place }: UnmetVoice): SortValue {
  if (by === 'term') return term(row.term);
  if (by === 'where') return place(row);
  if (by === 'source') return t(`source.${row.source}`);
  return by === 'when' ? row.from : row.times;
}

function columnsOf({ t, main, term, place, months }: UnmetVoice): Column<UnmetEntry>[] {
  return [
    { key: 'term', label: t('term'), sortable: true, cell: (row) => term(row.term) },
    {
      key: 'times',
      label: t('times'),
      sortable: true,
      figure: true,
      cell: (row) => sayNumber(main.language, row.times),
    },
    { key: 'where', label: t('where'), sortable: true, cell: place },
    { key: 'source', label: t('source'), sortable: true, cell: (row) => t(`source.${row.source}`) },
    { key: 'when', label: t('when'), sortable: true, cell: months },
    { key: 'next', label: t('next'), cell: (row) => <NextLinks term={row.term} name={term(row.term)} /> },
  ];
}

/** The same question where its answer could be found. */
function NextLinks({ term, name }: { term: string; name: string }) {
  const { t } = useUnmet();
  const asked = { terms: [term] };
  const gaps = gapQuery.format({ ...gapQuery.parse(new URLSearchParams()), ...asked });
  const next = sitingQuery.format({ ...sitingQuery.parse(new URLSearchParams()), ...asked });
  return (
    <span class="row no-print">
      <a href={`/gaps?${gaps}`} aria-label={`${t('gaps')}: ${name}`}>
        {t('gaps')}
      </a>
      <a href={`/where-next?${next}`} aria-label={`${t('whereNext')}: ${name}`}>
        {t('whereNext')}
      </a>
    </span>
  );
}
