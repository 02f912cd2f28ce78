import { AREA_COLORS } from '../../map/palette.ts';
import { CheckField } from '../field.tsx';
import { GAP_CLASSES, type GapClass } from './gap-classes.ts';
import { useWork } from './use-work.ts';

interface GapLegendProps {
  title: string;
  unit: string;
  names: readonly string[];
  threshold: number;
  counts: ReadonlyMap<GapClass, number>;
  off: ReadonlySet<GapClass>;
  onToggle(gapClass: GapClass): void;
  method: string;
  /** The areas are those of the census, not hexagons. */
  ofCensus: boolean;
}

/** Measure, unit, classes that can be turned off, method and date. Classes that nothing falls into are left out. */
export function GapLegend(props: GapLegendProps) {
  const { title, unit, names, threshold, counts, off, onToggle, method, ofCensus } = props;
  const { t } = useWork();
  const nameOf = (gapClass: GapClass) => {
    if (typeof gapClass === 'number') return names[gapClass] ?? '';
    return gapClass === 'none' ? t('gaps.class.none') : t('gaps.class.hidden', { n: threshold });
  };
  return (
    <section class="gap-legend" aria-label={title}>
      <p>
        <strong>{title}</strong> <span class="muted small">{unit}</span>
      </p>
      <ul class="plain-list">
        {GAP_CLASSES.filter((gapClass) => counts.has(gapClass)).map((gapClass) => (
          <li key={gapClass}>
            <CheckField
              label={
                <span class="gap-class figures">
                  <Swatch gapClass={gapClass} />
                  <span>{nameOf(gapClass)}</span>
                  <span class="muted small">{counts.get(gapClass)}</span>
                </span>
              }
              checked={!off.has(gapClass)}
              onChange={() => onToggle(gapClass)}
            />
          </li>
        ))}
      </ul>
      <p class="muted small">
        {t(ofCensus ? 'gaps.shapesCensus' : 'gaps.shapes')} {method}
      </p>
    </section>
  );
}

/** How much the areas of the map hide of the land below. */
const FILL_OPACITY = 0.82;

function Swatch({ gapClass }: { gapClass: GapClass }) {
  const colored = typeof gapClass === 'number';
  const fill = colored ? AREA_COLORS[gapClass] : `url(#area-${gapClass === 'none' ? 'no-data' : 'hidden'})`;
  const shape = { x: 1, y: 1, width: 26, height: 18, rx: 3 };
  return (
    <svg class="swatch" width="28" height="20" aria-hidden="true">
      <rect class="swatch-land" {...shape} />
      <rect class="swatch-class" {...shape} fill={fill} fill-opacity={colored ? FILL_OPACITY : 1} />
    </svg>
  );
}
