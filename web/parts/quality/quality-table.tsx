import { QUALITY_RULES } from '../../../core/quality/all-quality-rules.ts';
import type { QualityGroup, QualityRule } from '../../../core/quality/quality-rule.ts';
import type { QualityView, SourceQuality } from '../../../core/quality/quality-view.ts';
import { foundInAll, lookedAt } from '../../../core/quality/tally.ts';
import { sayNumber } from '../../text/translate.ts';
import { type Column, Table } from '../table.tsx';
import { qualityAddress } from './quality-query.ts';
import { type QualityVoice, useQuality } from './use-quality.ts';

/** So many sources have a column of their own beside the sum. */
const MOST_COLUMNS = 4;

interface QualityTableProps {
  group: QualityGroup;
  /** Those that are shown. */
  sources: readonly SourceQuality[];
  /** The one that was chosen. */
  source: string | null;
  before: QualityView['before'];
}

interface Row {
  rule: QualityRule;
  found: number;
  of: number;
}

/** In how many records each rule of a group found something; each figure leads to them. */
export function QualityTable({ group, sources, source, before }: QualityTableProps) {
  const voice = useQuality();
  const { t } = voice;
  const found = foundInAll(sources);
  const rows = QUALITY_RULES.filter((rule) => rule.group === group).map((rule): Row => {
    const of = sources.reduce((sum, each) => sum + lookedAt(rule, each), 0);
    return { rule, found: found[rule.name] ?? 0, of };
  });
  const shown = rows.filter((row) => row.found > 0);
  return (
    <section class="stack-tight quality-figures" aria-labelledby={`quality-${group}`}>
      <h2 id={`quality-${group}`}>{t(`group.${group}`)}</h2>
      {shown.length === 0 ? (
        <p class="muted">{t('all')}</p>
      ) : (
        <Table
          caption={t('table', { group: t(`group.${group}`) })}
          columns={[
            ...generalColumns(voice, source),
            ...(before && source === null ? [trendColumn(voice, before.found)] : []),
            ...(source === null ? sourceColumns(voice, sources) : []),
          ]}
          rows={shown}
          rowKey={({ rule }) => rule.name}
        />
      )}
    </section>
  );
}

function generalColumns({ t, voice, sayShare, sayRule }: QualityVoice, source: string | null): Column<Row>[] {
  const say = (n: number) => sayNumber(voice.language, n);
  return [
    {
      key: 'what',
      label: t('what'),
      cell: ({ rule }) => <a href={qualityAddress({ rule: rule.name, source })}>{sayRule(rule)}</a>,
    },
    { key: 'found', label: t('found'), figure: true, cell: ({ found }) => say(found) },
    { key: 'of', label: t('of'), figure: true, cell: ({ of }) => say(of) },
    { key: 'share', label: t('share'), figure: true, cell: ({ found, of }) => sayShare(of ? found / of : 0) },
  ];
}

function trendColumn({ t }: QualityVoice, before: Record<string, number>): Column<Row> {
  const say = (change: number) => {
    if (change === 0) return t('trend.same');
    return change > 0 ? t('trend.more', { n: change }) : t('trend.fewer', { n: -change });
  };
  return {
    key: 'trend',
    label: t('trend'),
    figure: true,
    cell: ({ rule, found }) => say(found - (before[rule.name] ?? 0)),
  };
}

/** Where there is more than one source, and not so many that nobody could read it. */
function sourceColumns({ voice, sayRule }: QualityVoice, sources: readonly SourceQuality[]): Column<Row>[] {
  if (sources.length < 2 || sources.length > MOST_COLUMNS) return [];
  return sources.map(({ source, found }) => ({
    key: `source ${source}`,
    label: source,
    figure: true,
    cell: ({ rule }) => {
      const n = found[rule.name] ?? 0;
      if (n === 0) return '0';
      return (
        <a
          href={qualityAddress({ rule: rule.name, source })}
          aria-label={`${sayNumber(voice.language, n)}: ${sayRule(rule)}, ${source}`}
        >
          {sayNumber(voice.language, n)}
        </a>
      );
    },
  }));
}
