import { useMemo } from 'preact/hooks';
import { demandAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { ShareBar } from '../progress-bar.tsx';
import type { Column } from '../table.tsx';
import { accessFigure, methodOf, unitOf } from './access-words.ts';
import { NearestLink } from './nearest-link.tsx';
import type { SortValue } from './sort-rows.ts';
import { type AccessVoice, useAccess } from './use-access.ts';

export interface GapColumnsProps {
  rows: readonly GapRow[];
  result: GapResult;
  placeLabel: string;
  nameOf(row: GapRow): string;
  selected: string | null;
  onSelect(id: string | null): void;
}

/** The columns that fit what was measured: a share of students, or how well places are served. */
export function useGapColumns(props: GapColumnsProps): Column<GapRow>[] {
  const voice = useAccess();
  const { rows, result } = props;
  const { t } = voice;
  const named = useMemo(() => new Map((result.nearest ?? []).map((offer) => [offer.id, offer])), [result]);
  const place: Column<GapRow> = {
    key: 'place',
    label: t('gaps.nearestPlace'),
    cell: (row) => <NearestLink offer={named.get(row.nearestOfferId ?? '')} />,
  };
  const own = result.access ? accessColumns(result, voice) : shareColumns(rows, result, voice);
  return [nameColumn(props), ...own, place];
}

function nameColumn({ placeLabel, nameOf, selected, onSelect }: GapColumnsProps): Column<GapRow> {
  return {
    key: 'name',
    label: placeLabel,
    sortable: true,
    cell: (row) => (
      <button
        type="button"
        class="row-button"
        aria-pressed={row.id === selected}
        onClick={() => onSelect(row.id === selected ? null : row.id)}
      >
        {nameOf(row)}
      </button>
    ),
  };
}

function shareColumns(
  rows: readonly GapRow[],
  { threshold }: GapResult,
  voice: AccessVoice,
): Column<GapRow>[] {
  const { t, say } = voice;
  const figure = (row: GapRow, value: number | null) =>
    value === null ? <Unsaid row={row} threshold={threshold} /> : value.toLocaleString(say.locale);
  const columns: Column<GapRow>[] = [
    figureColumn('students', t('gaps.students'), (row) => figure(row, row.students)),
    figureColumn('share', t('gaps.covered'), (row) =>
      row.share === null ? (
        <Unsaid row={row} threshold={threshold} end={row.end} />
      ) : (
        <span class="share-cell">
          <ShareBar share={row.share} />
          <span>{say.percent(row.share)}</span>
        </span>
      ),
    ),
    nearestColumn(voice),
  ];
  // Where no unmet need may be told, a column that says so in each row says nothing.
  if (rows.every((row) => row.unmet === null || row.students === 0)) return columns;
  return [...columns, figureColumn('unmet', t('gaps.unmetColumn'), (row) => figure(row, row.unmet))];
}

function accessColumns({ params, threshold }: GapResult, voice: AccessVoice): Column<GapRow>[] {
  const { a, say } = voice;
  const method = methodOf(params);
  const unit = method === 'share' ? 'covered' : unitOf(method);
  const column = figureColumn('access', a(`column.${unit}`), (row) => {
    if (unit === 'covered' && typeof row.access === 'number')
      return a(row.access > 0 ? 'class.covered' : 'class.uncovered');
    if (typeof row.access === 'number') return accessFigure(row.access, unit, voice);
    return <span class="muted small">{row.outOfReach ? a('class.out') : voice.t('noData')}</span>;
  });
  const people = figureColumn('people', a(`column.${demandAsked(params).of}`), (row) =>
    typeof row.people === 'number' ? (
      withRange(row, (n) => n.toLocaleString(say.locale))
    ) : (
      <Unsaid row={row} threshold={threshold} />
    ),
  );
  return method === 'nearest' ? [people, column] : [people, column, nearestColumn(voice)];
}

/** People, with what a margin of error leaves possible. */
function withRange({ people, peopleLow, peopleHigh }: GapRow, numberOf: (n: number) => string) {
  if (typeof people !== 'number') return null;
  if (peopleLow === undefined || peopleHigh === undefined) return numberOf(people);
  return (
    <>
      {numberOf(people)}{' '}
      <span class="muted small">
        {numberOf(peopleLow)}–{numberOf(peopleHigh)}
      </span>
    </>
  );
}

function figureColumn(key: string, label: string, cell: Column<GapRow>['cell']): Column<GapRow> {
  return { key, label, figure: true, sortable: true, cell };
}

function nearestColumn({ t }: AccessVoice): Column<GapRow> {
  return figureColumn('nearest', t('gaps.nearest'), (row) =>
    row.nearestMinutes === null ? '–' : Math.round(row.nearestMinutes),
  );
}

interface UnsaidProps {
  row: GapRow;
  threshold: number;
  end?: GapRow['end'];
}

function Unsaid({ row, threshold: n, end = null }: UnsaidProps) {
  const { t } = useAccess();
  const word = end === 'most' ? t('hidden.most', { n }) : row.hidden ? t('hidden', { n }) : t('noData');
  return <span class="muted small">{word}</span>;
}

export function gapSortValue(row: GapRow, key: string, nameOf: (row: GapRow) => string): SortValue {
  switch (key) {
    case 'students':
      return row.students;
    case 'people':
      return row.people ?? null;
    case 'share':
      return row.share ?? endOf(row);
    case 'access':
      // What is better the less it is has no figure out of reach; no figure is as bad as that.
      return row.access ?? (row.outOfReach ? Number.POSITIVE_INFINITY : null);
    case 'nearest':
      return row.nearestMinutes;
    case 'unmet':
      return row.unmet;
    default:
      return nameOf(row);
  }
}

/** Where only the end is told, it sorts as that end. */
function endOf({ end }: GapRow): number | null {
  return end === null ? null : Number(end === 'most');
}
