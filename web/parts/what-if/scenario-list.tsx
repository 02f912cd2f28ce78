import type { ScenarioView } from '../../api/what-if.ts';
import { Button } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { useWhatIfWords, type WhatIfVoice } from './use-what-if-words.ts';
import { reachWords } from './what-if-words.ts';

interface ScenarioListProps {
  scenarios: readonly ScenarioView[];
  current: string | null;
  beside: string | null;
  onCompare(id: string): void;
}

/** What has been saved, the newest first; each can be opened or laid beside what is shown. */
export function ScenarioList(props: ScenarioListProps) {
  const words = useWhatIfWords();
  const { t } = words;
  return (
    <section class="section no-print">
      <h2>{t('list.title')}</h2>
      {props.scenarios.length === 0 ? (
        <p>{t('list.none')}</p>
      ) : (
        <Table
          caption={t('list.title')}
          columns={columnsOf(props, words)}
          rows={props.scenarios}
          rowKey={({ id }) => id}
          activeRow={props.current}
        />
      )}
    </section>
  );
}

function columnsOf(
  { current, beside, onCompare }: ScenarioListProps,
  words: WhatIfVoice,
): Column<ScenarioView>[] {
  const { t, say, work } = words;
  return [
    {
      key: 'name',
      label: t('list.name'),
      cell: ({ id, name }) =>
        id === current ? name : <a href={`/what-if?${new URLSearchParams({ scenario: id })}`}>{name}</a>,
    },
    {
      key: 'question',
      label: t('list.question'),
      cell: ({ question }) => {
        const { terms, minutes, by } = reachWords(question, words);
        return `${terms}, ${work.t('minutes.n', { n: minutes })} ${by}`;
      },
    },
    { key: 'changed', label: t('list.changed'), cell: ({ changedAt }) => say.dateTime(changedAt) },
    {
      key: 'compare',
      label: t('list.compare'),
      cell: ({ id, name }) =>
        id !== current && (
          <Button
            aria-label={`${t('list.compare')}: ${name}`}
            aria-pressed={id === beside}
            onClick={() => onCompare(id)}
          >
            {t('list.compare')}
          </Button>
        ),
    },
  ];
}
