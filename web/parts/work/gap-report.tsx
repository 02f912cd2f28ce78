import { useCallback, useMemo, useState } from 'preact/hooks';
import type { GapResult, GapRow } from '../../../core/gaps/gap.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { gapTableAddress } from '../../api/jobs.ts';
import { addressOf } from '../../api/request.ts';
import { AreaPatterns } from '../../map/area-patterns.tsx';
import type { AreaPaint } from '../../map/map-types.ts';
import { AREA_COLORS } from '../../map/palette.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { Button, LinkButton } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { countByClass, GAP_MEASURES, type GapClass, type GapMeasure, gapClass } from './gap-classes.ts';
import { GapDetail } from './gap-detail.tsx';
import { GapLegend } from './gap-legend.tsx';
import type { GapQuery } from './gap-query.ts';
import { GapTable } from './gap-table.tsx';
import { classNames, gapHeadline, gapRowSentences, gapSentence } from './gap-words.ts';
import { useAreaName } from './use-area-name.ts';
import { useGapShapes } from './use-gap-shapes.ts';
import { useWork } from './use-work.ts';

interface GapReportProps {
  job: JobView;
  result: GapResult;
  query: GapQuery;
  onChange(change: Partial<GapQuery>, how?: { replace?: boolean }): void;
}

/** One measurement: headline, map with legend, the same figures as a table, one place in detail. */
export function GapReport({ job, result, query, onChange }: GapReportProps) {
  const wording = useWork();
  const { t, say } = wording;
  const { params } = result;
  const [hovered, setHovered] = useState<string | null>(null);
  const { schools } = useSetting();
  const shapes = useGapShapes(result, schools);
  const nameOf = useAreaName(shapes);
  const selected = [...result.bySchool, ...result.byCell].find((row) => row.id === query.at) ?? null;
  const select = (id: string | null) => {
    const by = result.byCell.some((row) => row.id === id) ? 'cell' : 'school';
    onChange(id ? { at: id, by } : { at: null }, { replace: true });
  };
  return (
    <section class="gap-report">
      <header class="stack-tight">
        <p class="print-only">{gapSentence(params, wording)}</p>
        <h2>{gapHeadline(result, wording)}</h2>
        <p class="muted">
          {t('gaps.offers', { n: result.offers })}
          {result.total.unmet !== null && ` ${t('gaps.unmetAtLeast', { n: result.total.unmet })}`}
        </p>
        {params.demand === 'need' && <p class="muted small">{t('gaps.needCovered')}</p>}
      </header>
      <GapMap
        {...{ result, query, shapes, nameOf, hovered, onChange }}
        onHover={setHovered}
        onSelect={select}
        measuredAt={say.dateTime(job.finishedAt ?? job.createdAt)}
      />
      <div class="gap-side">
        {selected && (
          <GapDetail row={selected} name={nameOf(selected)} result={result} onClose={() => select(null)} />
        )}
        <GapTables
          {...{ job, result, query, nameOf, hovered, onChange }}
          onHover={setHovered}
          onSelect={select}
        />
      </div>
    </section>
  );
}

interface GapMapProps extends Omit<GapReportProps, 'job'> {
  shapes: ReturnType<typeof useGapShapes>;
  nameOf(row: GapRow): string;
  hovered: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  measuredAt: string;
}

function GapMap(props: GapMapProps) {
  const { result, query, shapes, nameOf, hovered, onHover, onSelect, onChange, measuredAt } = props;
  const wording = useWork();
  const { t } = wording;
  const { params } = result;
  const { measure } = query;
  const [off, setOff] = useState<ReadonlySet<GapClass>>(new Set());
  const rows = useMemo(
    () => new Map([...result.byCell, ...result.bySchool].map((row) => [row.id, row])),
    [result],
  );
  const classOf = useCallback(
    (row: GapRow) => gapClass(row, measure, params.minutes),
    [measure, params.minutes],
  );
  const names = classNames(measure, result, wording);
  const areas = useMemo(() => {
    if (!shapes) return null;
    const paint = (id: string): AreaPaint => {
      const row = rows.get(id);
      return paintOf(row ? classOf(row) : 'none', off);
    };
    const sayRow = (id: string) => {
      const row = rows.get(id);
      return row ? [`${nameOf(row)}.`, ...gapRowSentences(row, result, wording)].join(' ') : '';
    };
    return { shapes: shapes.shapes, paint, say: sayRow, active: hovered ?? query.at, onHover, onSelect };
  }, [shapes, rows, classOf, off, nameOf, result, wording, hovered, query.at]);
  const demand = t(`gaps.demand.${params.demand}`);
  const by = t(`by.${params.mode}`);
  return (
    <figure class="gap-map">
      <div class="controls no-print">
        <SelectField
          label={t('gaps.measure')}
          value={measure}
          options={GAP_MEASURES.map((value) => ({ value, label: t(`gaps.measure.${value}`) }))}
          onChange={(value) => onChange({ measure: value as GapMeasure }, { replace: true })}
        />
      </div>
      <AreaPatterns />
      <PlaceMap label={t('gaps.map')} areas={areas} fit={`${JSON.stringify(params)} ${shapes ? 1 : 0}`} />
      <GapLegend
        title={t(`gaps.measure.${measure}`)}
        unit={
          measure === 'share'
            ? t('gaps.unit.share', { demand, minutes: params.minutes, by })
            : t('gaps.unit.minutes', { by })
        }
        names={names}
        threshold={result.threshold}
        counts={countByClass([...rows.values()].map(classOf))}
        off={off}
        onToggle={(toggled) =>
          setOff((last) => new Set(last.has(toggled) ? without(last, toggled) : [...last, toggled]))
        }
        method={`${t('gaps.method', { date: measuredAt })} ${t('gaps.counted', { date: wording.say.date(`${result.countedOn}T12:00Z`) })}`}
      />
    </figure>
  );
}

function GapTables({
  job,
  result,
  query,
  nameOf,
  hovered,
  onHover,
  onSelect,
  onChange,
}: GapReportProps & Pick<GapMapProps, 'nameOf' | 'hovered' | 'onHover' | 'onSelect'>) {
  const { t } = useWork();
  const { by } = query;
  return (
    <>
      <div class="section-head no-print">
        <fieldset class="switch">
          <legend class="visually-hidden">{t('gaps.by')}</legend>
          {(['school', 'cell'] as const).map((value) => (
            <Button
              key={value}
              aria-pressed={by === value}
              onClick={() => onChange({ by: value }, { replace: true })}
            >
              {t(value === 'school' ? 'gaps.bySchool' : 'gaps.byCell')}
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
        key={by}
        caption={t(by === 'school' ? 'gaps.bySchool' : 'gaps.byCell')}
        placeLabel={t(by === 'school' ? 'gaps.school' : 'gaps.cell')}
        rows={by === 'school' ? result.bySchool : result.byCell}
        threshold={result.threshold}
        nearest={result.nearest ?? []}
        nameOf={nameOf}
        active={hovered}
        selected={query.at}
        onHover={onHover}
        onSelect={onSelect}
      />
      {by === 'cell' && result.params.demand === 'need' && <p>{t('gaps.cellsAllOnly')}</p>}
      <p class="muted small">{t('hidden.why', { n: result.threshold })}</p>
    </>
  );
}

function paintOf(place: GapClass, off: ReadonlySet<GapClass>): AreaPaint {
  if (off.has(place)) return { look: 'off' };
  if (place === 'none') return { look: 'no-data' };
  if (place === 'hidden') return { look: 'hidden' };
  return { look: 'color', color: AREA_COLORS[place] };
}

function without<T>(set: ReadonlySet<T>, value: T): T[] {
  return [...set].filter((other) => other !== value);
}
