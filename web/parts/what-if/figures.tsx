import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfTotals } from '../../../core/what-if/what-if-engine.ts';
import { type Column, Table } from '../table.tsx';
import { useWhatIfWords, type WhatIfVoice } from './use-what-if-words.ts';
import { peopleWords, shareWords } from './what-if-words.ts';

export interface FiguresColumn {
  label: string;
  totals: WhatIfTotals;
}

type Asked = Pick<Snapshot, 'question' | 'threshold'>;

interface FiguresProps {
  caption: string;
  asked: Asked;
  columns: readonly FiguresColumn[];
}

interface Line {
  key: string;
  what: string;
  say(totals: WhatIfTotals): string;
}

/** A few figures side by side: today and with the changes, or two scenarios. */
export function Figures({ caption, asked, columns }: FiguresProps) {
  const words = useWhatIfWords();
  const { t } = words;
  const cells = columns.map(
    ({ label, totals }, n): Column<Line> => ({
      key: `column ${n}`,
      label,
      figure: true,
      cell: (line) => line.say(totals),
    }),
  );
  return (
    <div class="what-if-figures">
      <Table
        caption={caption}
        columns={[{ key: 'what', label: t('figures.what'), cell: ({ what }) => what }, ...cells]}
        rows={linesOf(asked, words, columns)}
        rowKey={({ key }) => key}
      />
    </div>
  );
}

function linesOf(
  { question, threshold }: Asked,
  words: WhatIfVoice,
  columns: readonly FiguresColumn[],
): Line[] {
  const { t, say } = words;
  const hasRange = columns.some(({ totals }) => totals.coveredLow !== undefined);
  return [
    {
      key: 'covered',
      what: t('figures.covered'),
      say: (totals) =>
        t('figures.of', {
          share: shareWords(totals, question, threshold, words),
          people: peopleWords(totals.people, question, t),
        }),
    },
    ...(hasRange ? [rangeLine(words)] : []),
    {
      key: 'mean',
      what: t('figures.mean'),
      say: ({ meanMinutes }) =>
        meanMinutes === null ? '–' : Math.round(meanMinutes).toLocaleString(say.locale),
    },
    { key: 'sites', what: t('figures.sites'), say: ({ sites }) => sites.toLocaleString(say.locale) },
  ];
}

/** How many people the margins of error of the census leave possible. */
function rangeLine({ t, say }: WhatIfVoice): Line {
  const number = (n: number) => n.toLocaleString(say.locale);
  return {
    key: 'range',
    what: t('figures.range'),
    say: ({ covered, coveredLow = covered, coveredHigh = covered }) =>
      t('figures.between', { low: number(coveredLow), high: number(coveredHigh) }),
  };
}
