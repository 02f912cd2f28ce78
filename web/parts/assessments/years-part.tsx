import type { PlaceView } from '../../api/assessments.ts';
import { Table } from '../table.tsx';
import { MeanChip } from './level-chip.tsx';
import { type AssessmentSpeech, yearName } from './use-assessments.ts';
import { YearsCurve } from './years-curve.tsx';

/** How each group went from year to year: small pictures, and the table with the same figures. */
export function YearsPart({
  page: { years },
  voice,
}: {
  page: Pick<PlaceView, 'years'>;
  voice: AssessmentSpeech;
}) {
  const { t, group } = voice;
  const groups = [...new Set(years.flatMap((each) => each.groups.map((figure) => figure.group)))];
  const figureOf = (year: (typeof years)[number], id: string) =>
    year.groups.find((figure) => figure.group === id) ?? { mean: null, rated: 0, asked: 0 };
  const rated = groups.filter((id) => years.some((year) => figureOf(year, id).mean !== null));
  return (
    <section class="section">
      <h2>{t('years')}</h2>
      {years.length < 2 ? (
        <p class="muted">{t('years.first')}</p>
      ) : (
        <>
          <div class="years-curves">
            {rated.map((id) => (
              <YearsCurve
                key={id}
                name={group(id)}
                points={years.map((year) => ({ year: year.year, mean: figureOf(year, id).mean }))}
                voice={voice}
              />
            ))}
          </div>
          <Table
            caption={t('years')}
            rows={rated}
            rowKey={(id) => id}
            columns={[
              { key: 'group', label: t('group'), cell: group },
              ...years.map((year) => ({
                key: String(year.year),
                label: yearName(year.year),
                cell: (id: string) => <MeanChip {...figureOf(year, id)} voice={voice} />,
              })),
            ]}
          />
        </>
      )}
    </section>
  );
}
