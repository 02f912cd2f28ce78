import { useMemo } from 'preact/hooks';
import type { PlanRow } from '../../../core/placement/plan.ts';
import type { PlanPlaces } from '../../api/plans.ts';
import type { Column } from '../table.tsx';
import { shortGrade } from '../work/match-words.ts';
import { NeedCell, PlaceCell, ScoreCell, StateCell, StudentCell, WayCell } from './plan-cells.tsx';
import type { PlanOutcome } from './use-plan.ts';
import { type PlansVoice, usePlans } from './use-plans.ts';

/** The columns of a plan's table, the same on screen and on paper. */
export function usePlanColumns(
  places: PlanPlaces,
  conflicts: PlanOutcome['conflicts'] | undefined,
  numberOf: (rowId: string) => string,
): Column<PlanRow>[] {
  const voice = usePlans();
  return useMemo(
    () => [...aboutStudent(voice, places), ...aboutPlace(voice, places, conflicts, numberOf)],
    [voice.t, voice.work, places, conflicts, numberOf],
  );
}

function aboutStudent({ t, work, say }: PlansVoice, { schools }: PlanPlaces): Column<PlanRow>[] {
  const school = (row: PlanRow) => schools[row.schoolId]?.name ?? '';
  return [
    {
      key: 'number',
      label: t('rows.student'),
      sortable: true,
      width: '92px',
      cell: (row) => <StudentCell row={row} />,
    },
    {
      key: 'grade',
      label: t('rows.grade'),
      sortable: true,
      width: '64px',
      cell: (row) => (
        <>
          <span class="on-line">{shortGrade(row.grade, work.t)}</span>
          <span class="on-card">{say.grade(row.grade)}</span>
        </>
      ),
    },
    {
      key: 'school',
      label: t('rows.school'),
      sortable: true,
      width: '148px',
      cell: (row) => (
        <span class="few-lines" title={school(row)}>
          {school(row)}
        </span>
      ),
    },
    {
      key: 'term',
      label: t('rows.need'),
      sortable: true,
      width: '170px',
      cell: (row) => <NeedCell row={row} />,
    },
    {
      key: 'urgency',
      label: t('rows.urgency'),
      sortable: true,
      width: '92px',
      cell: (row) => <span class={`urgency-${row.urgency}`}>{work.t(`urgency.${row.urgency}`)}</span>,
    },
  ];
}

function aboutPlace(
  { t }: PlansVoice,
  { offers }: PlanPlaces,
  conflicts: PlanOutcome['conflicts'] | undefined,
  numberOf: (rowId: string) => string,
): Column<PlanRow>[] {
  return [
    {
      key: 'place',
      label: t('rows.place'),
      sortable: true,
      cell: (row) => <PlaceCell row={row} offer={offers[row.offerId ?? '']} />,
    },
    {
      key: 'score',
      label: t('rows.score'),
      sortable: true,
      width: '146px',
      cell: (row) => <ScoreCell row={row} />,
    },
    {
      key: 'minutes',
      label: t('rows.way'),
      sortable: true,
      width: '124px',
      cell: (row) => <WayCell row={row} />,
    },
    {
      key: 'state',
      label: t('rows.state'),
      sortable: true,
      width: '132px',
      cell: (row) => <StateCell row={row} conflict={conflicts?.get(row.id)} numberOf={numberOf} />,
    },
  ];
}
