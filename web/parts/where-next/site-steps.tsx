import type {
  ProposedSite,
  SitingOutcome,
  SitingPeople,
  SitingStep,
} from '../../../core/where-next/siting-outcome.ts';
import { Button } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { peopleWords } from './siting-words.ts';
import { useWhereNext, type WhereNextVoice } from './use-where-next.ts';

interface SiteStepsProps {
  outcome: SitingOutcome;
  active: string | null;
  onHover(id: string | null): void;
  /** Absent for people who may not search. */
  acts?: SiteActs | undefined;
}

export interface SiteActs {
  keep(id: string): void;
  leaveOut(id: string): void;
}

interface Step {
  number: number;
  site: ProposedSite | undefined;
  now: SitingStep;
  last: SitingStep | undefined;
}

/** The sites in their order and what each brings: the figures of the curve. */
export function SiteSteps({ outcome, active, onHover, acts }: SiteStepsProps) {
  const { w } = useWhereNext();
  const steps = outcome.steps.map((now, number): Step => {
    return { number, site: outcome.proposed[number - 1], now, last: outcome.steps[number - 1] };
  });
  return (
    <div class={acts ? 'steps-acting' : ''}>
      <Table
        caption={w('table.title')}
        columns={useColumns(outcome, acts)}
        rows={steps}
        rowKey={({ site }) => site?.id ?? 'today'}
        activeRow={active}
        onRowHover={(key) => onHover(key === 'today' ? null : key)}
      />
    </div>
  );
}

/** Who could get to an open site by then and finds no room. */
function noRoomColumn({ w, say }: WhereNextVoice): Column<Step> {
  return {
    key: 'noRoom',
    label: w('table.noRoom'),
    figure: true,
    cell: ({ now }) =>
      Math.round((now.noRoom ?? []).reduce((sum, people) => sum + people, 0)).toLocaleString(say.locale),
  };
}

function useColumns({ ask, people }: SitingOutcome, acts: SiteStepsProps['acts']): Column<Step>[] {
  const voice = useWhereNext();
  const { w, say, term } = voice;
  const minutes = (value: number | null) => (value === null ? '–' : value.toLocaleString(say.locale));
  const named = (label: string, index: number) =>
    ask.terms.length > 1 ? `${term(ask.terms[index]!)}: ${label}` : label;
  const ofTerm = (index: number): Column<Step>[] => [
    {
      key: `more ${index}`,
      label: named(w('table.more'), index),
      figure: true,
      cell: ({ now, last }) =>
        last ? `+${(now.inTime[index]!.people - last.inTime[index]!.people).toLocaleString(say.locale)}` : '',
    },
    {
      key: `all ${index}`,
      label: named(w('table.all'), index),
      figure: true,
      cell: ({ now }) =>
        `${peopleWords(now.inTime[index]!, voice)} · ${shareWords(now.inTime[index]!, people[index]!)}`,
    },
  ];
  const shareWords = (part: SitingPeople, whole: SitingPeople) =>
    say.percent(whole.people > 0 ? part.people / whole.people : 0);
  return [
    {
      key: 'site',
      label: w('table.step'),
      cell: ({ number, site }) => <SiteName number={number} site={site} room={ask.capacity} />,
    },
    ...ask.terms.flatMap((_, index) => ofTerm(index)),
    ...(ask.capacity === undefined ? [] : [noRoomColumn(voice)]),
    {
      key: 'average',
      label: w('table.average'),
      figure: true,
      cell: ({ now }) => minutes(now.averageMinutes),
    },
    ...(ask.model === 'p-centre'
      ? [
          {
            key: 'longest',
            label: w('table.longest'),
            figure: true,
            cell: ({ now }: Step) => minutes(now.longestMinutes),
          },
        ]
      : []),
    ...(acts
      ? [
          {
            key: 'act',
            label: w('table.act'),
            cell: ({ site }: Step) => site && <SiteButtons site={site} acts={acts} />,
          },
        ]
      : []),
  ];
}

function SiteButtons({ site: { id, name, forced }, acts }: { site: ProposedSite; acts: SiteActs }) {
  const { w } = useWhereNext();
  return (
    <span class="site-acts">
      {!forced && (
        <Button look="quiet" aria-label={w('site.keepName', { name })} onClick={() => acts.keep(id)}>
          {w('site.keep')}
        </Button>
      )}
      <Button look="quiet" aria-label={w('site.leaveOut', { name })} onClick={() => acts.leaveOut(id)}>
        {w('site.out')}
      </Button>
    </span>
  );
}

function SiteName({ number, site, room }: Pick<Step, 'number' | 'site'> & { room: number | undefined }) {
  const { w, say } = useWhereNext();
  if (!site) return <>{w('site.today')}</>;
  const figure = (value: number) => Math.round(value).toLocaleString(say.locale);
  const href = site.kind === 'school' ? `/schools/${site.recordId}` : `/locations/${site.recordId}`;
  return (
    <span class="site-name">
      <span class="site-number">{number}</span>
      <span>
        <a href={href}>{site.name}</a>{' '}
        <span class="muted small">
          {w(site.alsoIds ? 'site.both' : `site.${site.kind}`)}
          {site.forced && `, ${w('site.forced')}`}
          {room !== undefined &&
            site.takes !== undefined &&
            `, ${w('site.takes', { n: figure(site.takes), room: figure(room) })}`}
        </span>
      </span>
    </span>
  );
}
