import { useMemo, useState } from 'preact/hooks';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { isPlaced } from '../../../core/placement/plan-totals.ts';
import { DOMAIN_IDS } from '../../../core/taxonomy/term.ts';
import type { PlanPlaces } from '../../api/plans.ts';
import { flowWidth } from '../../map/flow-curve.ts';
import type { MapFlow } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { DomainChip } from '../chip.tsx';
import { EmptyState } from '../states.tsx';
import { FlowTable } from './flow-table.tsx';
import { type Flow, flowsOf } from './flows.ts';
import { type PlansVoice, usePlans } from './use-plans.ts';

interface PlanMapProps {
  rows: readonly PlanRow[];
  places: PlanPlaces;
  /** The flow that is shown alone in the table. */
  selected: string | null;
  onSelect(flow: string | null): void;
  onShowRows(): void;
}

/** More than so many lines are a tangle. */
const MOST_DRAWN = 80;

/** Who goes where: flows from schools to places on a map, and the same as a list. */
export function PlanMap({ rows, places, selected, onSelect, onShowRows }: PlanMapProps) {
  const voice = usePlans();
  const { t } = voice;
  const [hovered, setHovered] = useState<string | null>(null);
  const flows = useMemo(() => flowsOf(rows, places), [rows, places]);
  const drawn = useMemo(
    () => flows.slice(0, MOST_DRAWN).map((flow) => drawnFlow(flow, flows[0]?.needs ?? 1, places, voice)),
    [flows, places, voice.t],
  );
  const active = hovered ?? selected;
  const select = (id: string | null) => onSelect(id === selected ? null : id);
  const undrawn = rows.filter(({ state }) => isPlaced(state)).length - sumOf(flows);
  const map = useMemo(
    () => ({ flows: drawn, active, onHover: setHovered, onSelect: select }),
    [drawn, active, selected, onSelect],
  );
  if (flows.length === 0)
    return (
      <EmptyState title={t('map.none')}>
        <p>{t('map.noneHelp')}</p>
      </EmptyState>
    );
  return (
    <div class="plan-flows">
      <figure class="plan-map no-print">
        <PlaceMap label={t('map.label')} flows={map} fit={String(drawn.length > 0)} />
        <figcaption class="stack-tight">
          <FlowLegend flows={drawn} />
          <p class="muted small">
            {t('map.note')}
            {flows.length > MOST_DRAWN && ` ${t('map.top', { n: MOST_DRAWN, all: flows.length })}`}
            {undrawn > 0 && ` ${t('map.undrawn', { n: undrawn })}`}
          </p>
        </figcaption>
      </figure>
      <FlowTable
        {...{ flows, places, active, selected, onShowRows }}
        onHover={setHovered}
        onSelect={select}
      />
    </div>
  );
}

/** The domains that are drawn, each in its colour with its glyph. */
function FlowLegend({ flows }: { flows: readonly MapFlow[] }) {
  const { term } = usePlans();
  const domains = new Set(flows.map(({ domain }) => domain));
  return (
    <ul class="plain-list row">
      {DOMAIN_IDS.filter((domain) => domains.has(domain)).map((domain) => (
        <li key={domain}>
          <DomainChip domain={domain}>{term(domain)}</DomainChip>
        </li>
      ))}
    </ul>
  );
}

function drawnFlow(flow: Flow, most: number, places: PlanPlaces, { t, term }: PlansVoice): MapFlow {
  const { id, from, to, domain, turn, needs, schoolId, place } = flow;
  const school = places.schools[schoolId]?.name ?? '';
  const label = t('map.say', { n: needs, school, place, domain: domain ? term(domain) : '' });
  return { id, from, to, domain, turn, width: flowWidth(needs, most), label };
}

function sumOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { needs }) => sum + needs, 0);
}
