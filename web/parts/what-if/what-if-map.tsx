import { useMemo, useState } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import { stepPoint } from '../../../core/geo/step-point.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { AreaPatterns } from '../../map/area-patterns.tsx';
import type { AreaPaint, MapSites } from '../../map/map-types.ts';
import { AREA_COLORS } from '../../map/palette.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { countByClass, type GapClass, minuteBreaks } from '../work/gap-classes.ts';
import { GapLegend } from '../work/gap-legend.tsx';
import { type KnownSite, moveOf } from './known-sites.ts';
import type { Changes } from './use-changes.ts';
import { useWhatIfWords, type WhatIfVoice } from './use-what-if-words.ts';
import type { WhatIfShapes } from './what-if-shapes.ts';
import { capital, placesWords } from './what-if-words.ts';

interface WhatIfMapProps {
  snapshot: Snapshot;
  result: WhatIfResult;
  shapes: WhatIfShapes | null;
  sites: readonly KnownSite[];
  selected: string | null;
  changes: Changes;
  nameOf(place: number): string;
  onSelect(id: string): void;
  onPut: ((at: Position) => void) | null;
}

/** Kilometres of a step with an arrow key. */
const STEP_KM = { short: 0.1, long: 1 } as const;

/** Made once, because thousands of places ask for them with every step. */
const OFF: AreaPaint = { look: 'off' };
const PAINTS = AREA_COLORS.map((color): AreaPaint => ({ look: 'color', color }));

/** The gap map with services that can be dragged; it follows every step. */
export function WhatIfMap(props: WhatIfMapProps) {
  const { snapshot, result, shapes } = props;
  const { t, say, work } = useWhatIfWords();
  const { question } = snapshot;
  const [off, setOff] = useState<ReadonlySet<GapClass>>(new Set());
  const classes = useMemo(() => minuteClasses(result.minutes, question.minutes), [result, question.minutes]);
  const areas = useAreas(props, classes, off);
  const marks = useMarks(props);
  const toggle = (toggled: GapClass) =>
    setOff(
      (last) => new Set(last.has(toggled) ? [...last].filter((one) => one !== toggled) : [...last, toggled]),
    );
  const of = t(`of.${question.demand.of}`);
  const by = work.t(`by.${question.mode}`);
  return (
    <figure class="gap-map">
      <AreaPatterns />
      <PlaceMap
        label={t('map')}
        areas={areas}
        sites={marks}
        fit={`${JSON.stringify(question)} ${shapes ? 1 : 0}`}
      />
      <p class="muted small no-print">{t('mapHelp')}</p>
      <GapLegend
        title={t('map.minutes')}
        unit={t('map.unit', { by })}
        names={classNames(question.minutes, t)}
        threshold={snapshot.threshold}
        counts={countByClass(classes)}
        off={off}
        onToggle={toggle}
        ofCensus={question.demand.of === 'children'}
        method={t('map.method', { of: capital(of), date: say.date(`${snapshot.asOf}T12:00Z`) })}
      />
    </figure>
  );
}

function useAreas(
  { snapshot, result, shapes, nameOf }: WhatIfMapProps,
  classes: GapClass[],
  off: ReadonlySet<GapClass>,
) {
  const { work, t } = useWhatIfWords();
  const [active, setActive] = useState<string | null>(null);
  const index = useMemo(() => new Map(snapshot.demand.ids.map((id, n) => [id, n])), [snapshot]);
  return useMemo(() => {
    if (!shapes) return null;
    const paint = (id: string): AreaPaint => {
      const shown = classes[index.get(id) ?? -1];
      return typeof shown !== 'number' || off.has(shown) ? OFF : (PAINTS[shown] ?? OFF);
    };
    const sayPlace = (id: string) => {
      const place = index.get(id);
      if (place === undefined) return '';
      const minutes = result.minutes[place]!;
      const way =
        minutes < Number.POSITIVE_INFINITY
          ? work.t('minutes.n', { n: Math.round(minutes) })
          : t('places.none');
      return `${nameOf(place)}: ${way}`;
    };
    return {
      shapes: shapes.shapes,
      plain: true,
      paint,
      say: sayPlace,
      active,
      onHover: setActive,
      onSelect: setActive,
    };
  }, [shapes, classes, off, active, index, result, nameOf, work, t]);
}

function useMarks({ sites, selected, changes, onSelect, onPut }: WhatIfMapProps): MapSites {
  const labelOf = useSiteLabel();
  return useMemo(
    () => ({
      sites: sites.map((site) => ({
        id: site.id,
        name: site.name,
        position: site.point,
        look: site.look,
        label: labelOf(site),
      })),
      selected,
      onSelect,
      onDrag: (id, to) => changes.attempt(moveOf(id, to)),
      onDrop: (id, to) => changes.make(moveOf(id, to)),
      onStep: (id, [east, north], isLong) => {
        const site = sites.find((known) => known.id === id);
        const km = isLong ? STEP_KM.long : STEP_KM.short;
        if (site) changes.make(moveOf(id, stepPoint(site.point, east * km, north * km)));
      },
      onPut,
    }),
    [sites, selected, changes, onSelect, onPut, labelOf],
  );
}

/** Said anew only where something of it is other: of hundreds of services a drag changes none of these. */
function useSiteLabel(): (site: KnownSite) => string {
  const { t } = useWhatIfWords();
  return useMemo(() => {
    const said = new Map<string, string>();
    return ({ id, name, capacity, look }) => {
      const key = `${id} ${name} ${capacity} ${look}`;
      const known = said.get(key);
      if (known !== undefined) return known;
      const label = `${t('site.one', { name, places: placesWords(capacity, t) })}, ${t(`site.${look}`)}`;
      said.set(key, label);
      return label;
    };
  }, [t]);
}

/** Where nothing can be reached at all, it is as far as can be. */
function minuteClasses(minutes: Float64Array, limit: number): GapClass[] {
  const [half, whole, more, twice] = minuteBreaks(limit);
  return Array.from(minutes, (way) => {
    if (way > more) return way > twice ? 0 : 1;
    if (way > whole) return 2;
    return way > half ? 3 : 4;
  });
}

function classNames(limit: number, t: WhatIfVoice['t']): string[] {
  const [half, whole, more, twice] = minuteBreaks(limit);
  return [
    t('class.over', { from: twice }),
    t('class.between', { from: more, to: twice }),
    t('class.between', { from: whole, to: more }),
    t('class.between', { from: half, to: whole }),
    t('class.upTo', { to: half }),
  ];
}
