import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { ScenarioView } from '../../api/what-if.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { useAreaName } from '../work/use-area-name.ts';
import { Beside } from './beside.tsx';
import { ChangeList } from './change-list.tsx';
import { Figures } from './figures.tsx';
import { freshId, type KnownSite, knownSites, type NamedSite, sitesOfToday } from './known-sites.ts';
import { PlaceTable } from './place-table.tsx';
import { PutService } from './put-service.tsx';
import { SavePanel } from './save-panel.tsx';
import { SiteEditor } from './site-editor.tsx';
import { type Spot, spotsOf } from './spots.ts';
import { type Changes, useChanges } from './use-changes.ts';
import type { Saving } from './use-saving.ts';
import { useWhatIf, useWhatIfShapes } from './use-what-if.ts';
import { useWhatIfWords } from './use-what-if-words.ts';
import { WhatIfMap } from './what-if-map.tsx';
import { headline, questionSentence } from './what-if-words.ts';

interface WorkplaceProps {
  snapshot: Snapshot;
  scenario: ScenarioView | undefined;
  beside: string | null;
  saving: Saving;
  onSaved(scenario: ScenarioView): void;
  onDeleted(): void;
  onTakeTheirs(theirs: ScenarioView): void;
  onEndCompare(): void;
}

/** Places that a new service has until somebody says otherwise. */
const NEW_CAPACITY = 20;

/** Where changes are tried: headline, map, what can be done, and the same figures as tables. */
export function Workplace(props: WorkplaceProps) {
  const { snapshot, scenario, beside, onEndCompare } = props;
  const words = useWhatIfWords();
  const { t, say } = words;
  const changes = useChanges(scenario?.changes, `${scenario?.id} ${scenario?.version}`);
  const { before, now } = useWhatIf(snapshot, changes.all);
  const today = useMemo(() => sitesOfToday(snapshot, say.locale), [snapshot, say]);
  const sites = useMemo(() => knownSites(today, changes.all), [today, changes.all]);
  const spots = useSpots(today);
  const tools = useTools(changes);
  const shapes = useWhatIfShapes(snapshot);
  const nameOf = usePlaceName(snapshot);
  const told = headline(snapshot, before.totals, now.totals, words);
  return (
    <section class="what-if-work">
      <header class="stack-tight">
        <p class="print-only">{questionSentence(snapshot.question, words)}</p>
        <h2>{told}</h2>
        <StatusLine hidden>{told}</StatusLine>
        {snapshot.capacityUnknown > 0 && (
          <p class="muted small">{t('figures.unknown', { n: snapshot.capacityUnknown })}</p>
        )}
      </header>
      <WhatIfMap
        {...{ snapshot, shapes, sites, changes, nameOf }}
        result={now}
        selected={tools.selected}
        onSelect={tools.select}
        onPut={tools.onPut}
      />
      <div class="what-if-side">
        <Figures
          caption={t('figures')}
          asked={snapshot}
          columns={[
            { label: t('figures.today'), totals: before.totals },
            { label: t('figures.then'), totals: now.totals },
          ]}
        />
        <PutService
          spots={spots}
          isPutting={tools.isPutting}
          onPut={tools.put}
          onPutting={tools.setPutting}
        />
        <ChooseSite
          sites={sites}
          spots={spots}
          selected={tools.selected}
          changes={changes}
          onSelect={tools.select}
        />
        <Different changes={changes} sites={sites} />
        <SavePanel {...props} question={snapshot.question} changes={changes.all} sites={sites} />
      </div>
      {beside && (
        <Beside
          id={beside}
          snapshot={snapshot}
          before={before}
          mine={{ name: scenario?.name ?? t('figures.then'), changes: [...changes.all], result: now }}
          onEnd={onEndCompare}
        />
      )}
      <PlaceTable {...{ snapshot, before, now, nameOf }} isTrying={changes.isTrying} />
    </section>
  );
}

/** What is chosen on the map, and whether its next press puts a new service down. */
function useTools(changes: Changes) {
  const { t } = useWhatIfWords();
  const [selected, select] = useState<string | null>(null);
  const [isPutting, setPutting] = useState(false);
  useEffect(() => {
    if (!isPutting) return;
    const end = ({ key }: KeyboardEvent) => key === 'Escape' && setPutting(false);
    addEventListener('keydown', end);
    return () => removeEventListener('keydown', end);
  }, [isPutting]);
  const put = (point: Position, at?: string) => {
    const { id, n } = freshId(changes.all);
    const name = at === undefined ? t('new.name', { n }) : t('new.at', { name: at });
    changes.make({ kind: 'add', id, point, capacity: NEW_CAPACITY, name });
    select(id);
    setPutting(false);
  };
  return {
    selected,
    select,
    isPutting,
    setPutting,
    put,
    onPut: isPutting ? (point: Position) => put(point) : null,
  };
}

interface ChooseSiteProps {
  sites: readonly KnownSite[];
  spots: readonly Spot[];
  selected: string | null;
  changes: Changes;
  onSelect(id: string | null): void;
}

/** The list way to each mark of the map. */
function ChooseSite({ sites, spots, selected, changes, onSelect }: ChooseSiteProps) {
  const { t, work } = useWhatIfWords();
  const site = sites.find(({ id }) => id === selected);
  const looks = sites.map(({ id, look }) => `${id} ${look}`).join();
  // Where a service is does not matter to the list, so a drag costs nothing here.
  const list = useMemo(
    () => (
      <SelectField
        label={t('site.choose')}
        value={site?.id ?? ''}
        options={[
          { value: '', label: work.t('choose') },
          ...sites.map(({ id, name, look }) => ({
            value: id,
            label: look === 'open' ? name : `${name} (${t(`site.${look}`)})`,
          })),
        ]}
        onChange={(id) => onSelect(id || null)}
      />
    ),
    [looks, site?.id, t, work, onSelect],
  );
  return (
    <section class="what-if-choose no-print">
      {list}
      {site && <SiteEditor key={site.id} spots={spots} site={site} changes={changes} />}
    </section>
  );
}

function useSpots(today: readonly NamedSite[]): Spot[] {
  const { t, say } = useWhatIfWords();
  const { schools } = useSetting();
  return useMemo(
    () => spotsOf(schools, today, say.locale, (name) => t('put.beside', { name })),
    [schools, today, say, t],
  );
}

function Different({ changes, sites }: { changes: Changes; sites: readonly KnownSite[] }) {
  const { t } = useWhatIfWords();
  return (
    <section class="what-if-card">
      <h3>{t('changes.title')}</h3>
      <ChangeList changes={changes.all} sites={sites} />
      <div class="row no-print">
        <Button disabled={!changes.canUndo} onClick={changes.undo}>
          {t('undo')}
        </Button>
        <Button disabled={!changes.canRedo} onClick={changes.redo}>
          {t('redo')}
        </Button>
        <Button disabled={changes.all.length === 0} onClick={() => changes.replace([])}>
          {t('reset')}
        </Button>
      </div>
    </section>
  );
}

function usePlaceName(snapshot: Snapshot): (place: number) => string {
  const { ids, names, longitude, latitude } = snapshot.demand;
  const centers = useMemo(
    () => ({ centers: new Map(ids.map((id, n): [string, Position] => [id, [longitude[n]!, latitude[n]!]])) }),
    [snapshot],
  );
  const nameOf = useAreaName(centers);
  return useCallback(
    (place) => {
      const name = names[place];
      return nameOf({ id: ids[place] ?? '', ...(name && { name }) });
    },
    [nameOf, snapshot],
  );
}
