import type { GapResult, GapRow, GapUnit } from '../../../core/gaps/gap.ts';
import { rowsBy } from '../../../core/gaps/rows-by.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { gapTableAddress } from '../../api/jobs.ts';
import { addressOf } from '../../api/request.ts';
import { Button, LinkButton } from '../button.tsx';
import type { GapQuery } from './gap-query.ts';
import { GapTable } from './gap-table.tsx';
import { type AccessVoice, useAccess } from './use-access.ts';

interface GapTablesProps {
  job: JobView;
  result: GapResult;
  query: Pick<GapQuery, 'by' | 'at'>;
  nameOf(row: GapRow): string;
  hovered: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  onChange(change: Partial<GapQuery>, how?: { replace?: boolean }): void;
}

/** The rows of the map as a table, by school or by area, to sort and to take home. */
export function GapTables({
  job,
  result,
  query,
  nameOf,
  hovered,
  onHover,
  onSelect,
  onChange,
}: GapTablesProps) {
  const voice = useAccess();
  const { t } = voice;
  const units = unitsOf(result);
  const by = units.includes(query.by) ? query.by : 'school';
  return (
    <>
      <div class="section-head no-print">
        <fieldset class="switch">
          <legend class="visually-hidden">{t('gaps.by')}</legend>
          {units.map((value) => (
            <Button
              key={value}
              aria-pressed={by === value}
              onClick={() => onChange({ by: value }, { replace: true })}
            >
              {unitNames(value, voice).title}
            </Button>
          ))}
        </fieldset>
        <div class="row">
          <LinkButton look="quiet" icon="download" download href={gapTableAddress(job.id, by)}>
            {t('gaps.csv')}
          </LinkButton>
          <LinkButton
            look="quiet"
            icon="download"
            download
            href={addressOf(`/gap-runs/${job.id}.geojson`, { by })}
          >
            {t('gaps.geojson')}
          </LinkButton>
        </div>
      </div>
      <GapTable
        key={`${by} ${job.id}`}
        caption={unitNames(by, voice).title}
        placeLabel={unitNames(by, voice).column}
        rows={rowsBy(result, by)}
        result={result}
        nameOf={nameOf}
        active={hovered}
        selected={query.at}
        onHover={onHover}
        onSelect={onSelect}
      />
      {by === 'cell' && result.params.demand === 'need' && <p>{t('gaps.cellsAllOnly')}</p>}
      {rowsBy(result, by).some((row) => row.hidden && (!result.access || row.people === null)) && (
        <p class="muted small">{t('hidden.why', { n: result.threshold })}</p>
      )}
    </>
  );
}

/** Cells are told of students alone, census areas of their children. */
function unitsOf({ access, byArea, params }: GapResult): GapUnit[] {
  if (byArea) return ['school', 'area'];
  const atSchoolsOnly = access && (params.demandOf === 'enrolment' || params.demandOf === 'unmet');
  return atSchoolsOnly ? ['school'] : ['school', 'cell'];
}

function unitNames(by: GapUnit, { t, a }: AccessVoice): { title: string; column: string } {
  if (by === 'area') return { title: a('by.area'), column: a('area.column') };
  if (by === 'cell') return { title: t('gaps.byCell'), column: t('gaps.cell') };
  return { title: t('gaps.bySchool'), column: t('gaps.school') };
}
