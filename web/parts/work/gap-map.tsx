import { useCallback, useMemo, useState } from 'preact/hooks';
import { CLASS_RULES, type ClassRule } from '../../../core/gaps/classes.ts';
import type { GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { allRows } from '../../../core/gaps/rows-by.ts';
import { AreaPatterns } from '../../map/area-patterns.tsx';
import type { AreaPaint } from '../../map/map-types.ts';
import { AREA_COLORS } from '../../map/palette.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { SelectField } from '../field.tsx';
import { accessRowSentences, accessUnit } from './access-words.ts';
import {
  classingOf,
  countByClass,
  GAP_SHOWN,
  type GapClass,
  type GapShown,
  gapClass,
} from './gap-classes.ts';
import { GapLegend } from './gap-legend.tsx';
import type { GapQuery } from './gap-query.ts';
import { classNames, gapRowSentences, shownTitle } from './gap-words.ts';
import { useAccess } from './use-access.ts';
import type { useGapShapes } from './use-gap-shapes.ts';

interface GapMapProps {
  result: GapResult;
  query: Pick<GapQuery, 'shown' | 'rule' | 'at'>;
  shapes: ReturnType<typeof useGapShapes>;
  nameOf(row: GapRow): string;
  hovered: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  onChange(change: Partial<GapQuery>, how?: { replace?: boolean }): void;
  measuredAt: string;
}

/** The figures as a map in five classes, with its legend. */
export function GapMap(props: GapMapProps) {
  const { result, query, shapes, nameOf, hovered, onHover, onSelect, onChange, measuredAt } = props;
  const wording = useAccess();
  const { t, a } = wording;
  const { params } = result;
  const { shown, rule } = query;
  const [off, setOff] = useState<ReadonlySet<GapClass>>(new Set());
  const rows = useMemo(() => new Map(allRows(result).map((row) => [row.id, row])), [result]);
  const classing = useMemo(() => classingOf(result, shown, rule), [result, shown, rule]);
  const classOf = useCallback((row: GapRow) => gapClass(row, classing), [classing]);
  const areas = useMemo(() => {
    if (!shapes) return null;
    const paint = (id: string): AreaPaint => {
      const row = rows.get(id);
      return paintOf(row ? classOf(row) : 'none', off);
    };
    const sayRow = (id: string) => {
      const row = rows.get(id);
      if (!row) return t('noData');
      const own = result.access
        ? accessRowSentences(row, params, wording)
        : gapRowSentences(row, result, wording);
      return [`${nameOf(row)}.`, ...own].join(' ');
    };
    return { shapes: shapes.shapes, paint, say: sayRow, active: hovered ?? query.at, onHover, onSelect };
  }, [shapes, rows, classOf, off, nameOf, result, wording, hovered, query.at]);
  const toggle = (toggled: GapClass) =>
    setOff((last) => new Set(last.has(toggled) ? without(last, toggled) : [...last, toggled]));
  return (
    <figure class="gap-map">
      <div class="controls no-print">
        <SelectField
          label={t('gaps.measure')}
          value={shown}
          options={GAP_SHOWN.map((value) => ({ value, label: shownTitle(value, params, wording) }))}
          onChange={(value) => onChange({ shown: value as GapShown }, { replace: true })}
        />
        {classing.by === 'access' && (
          <SelectField
            label={a('rule.label')}
            value={rule}
            options={CLASS_RULES.map((value) => ({ value, label: a(`rule.${value}`) }))}
            onChange={(value) => onChange({ rule: value as ClassRule }, { replace: true })}
          />
        )}
      </div>
      <AreaPatterns />
      <PlaceMap label={t('gaps.map')} areas={areas} fit={`${JSON.stringify(params)} ${shapes ? 1 : 0}`} />
      <GapLegend
        title={shownTitle(shown, params, wording)}
        unit={shownUnit(result, shown, wording)}
        names={classNames(classing, result, wording)}
        threshold={result.threshold}
        counts={countByClass([...rows.values()].map(classOf))}
        off={off}
        onToggle={toggle}
        ofCensus={result.byArea !== undefined}
        method={methodLine(result, measuredAt, wording)}
      />
    </figure>
  );
}

type Wording = ReturnType<typeof useAccess>;

function shownUnit({ params, access }: GapResult, shown: GapShown, wording: Wording): string {
  const { t } = wording;
  const by = t(`by.${params.mode}`);
  if (shown === 'minutes') return t('gaps.unit.minutes', { by });
  if (access) return accessUnit(params, wording);
  return t('gaps.unit.share', { demand: t(`gaps.demand.${params.demand}`), minutes: params.minutes, by });
}

function methodLine(result: GapResult, measuredAt: string, { t, a, say }: Wording): string {
  const counted = t('gaps.counted', { date: say.date(`${result.countedOn}T12:00Z`) });
  if (!result.access)
    return `${t(result.travel ? 'gaps.methodRoads' : 'gaps.method', { date: measuredAt })} ${counted}`;
  const method = result.params.measure;
  const source = typeof method === 'object' ? a(`source.${method.method}`) : '';
  return `${source} ${a('measured', { date: measuredAt })}`;
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
