import type { AssessmentList, AssessmentRow, FrameworkOutline } from '../../api/assessments.ts';
import { type Column, Table } from '../table.tsx';
import { type AssessmentQuery, addressWith } from './assessment-query.ts';
import { MeanChip } from './level-chip.tsx';
import { type AssessmentSpeech, useAssessments } from './use-assessments.ts';

interface AssessmentTableProps {
  list: AssessmentList;
  framework: FrameworkOutline;
  query: AssessmentQuery;
}

/** Schools × groups: a colour, a number and a word in each cell. */
export function AssessmentTable({ list, framework, query }: AssessmentTableProps) {
  const voice = useAssessments(list);
  const { t, words } = voice;
  const columns: Column<AssessmentRow>[] = [
    {
      key: 'place',
      label: t('place'),
      cell: ({ place }) => (
        <a href={addressWith(`/assessments/${place.id}`, { year: query.year })}>{nameOf(place, voice)}</a>
      ),
    },
    ...framework.groups.map(
      ({ id, name }): Column<AssessmentRow> => ({
        key: id,
        label: words(name),
        cell: ({ groups }) => {
          const figure = groups.find(({ group }) => group === id);
          return <MeanChip {...(figure ?? { mean: null, rated: 0, asked: 0 })} voice={voice} />;
        },
      }),
    ),
    {
      key: 'goals',
      label: t('goals'),
      cell: ({ goals }) => {
        const met = goals.filter(({ state }) => state === 'met').length;
        return goals.length === 0 ? t('goals.none') : t('goals.count', { met, all: goals.length });
      },
    },
    {
      key: 'actions',
      label: t('actions'),
      cell: ({ open, overdue }) =>
        [
          ...(overdue > 0 ? [t('actions.overdue', { n: overdue })] : []),
          ...(open > overdue ? [t('actions.open', { n: open - overdue })] : []),
        ].join(', ') || t('actions.none'),
    },
  ];
  return (
    <Table
      caption={words(framework.name)}
      columns={columns}
      rows={list.items}
      rowKey={({ place }) => place.id}
    />
  );
}

export function nameOf({ kind, name }: AssessmentRow['place'], { t }: Pick<AssessmentSpeech, 't'>): string {
  return kind === 'district' ? t('place.district', { name }) : name;
}
