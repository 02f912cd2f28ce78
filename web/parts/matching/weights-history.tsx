import { useState } from 'preact/hooks';
import { FACTORS } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import type { WeightsPage } from '../../api/matching.ts';
import { Button } from '../button.tsx';
import { useMatching } from './use-matching.ts';

interface WeightsHistoryProps {
  page: WeightsPage;
  /** Puts a version's weights into the sliders. */
  onUse(weighting: Weighting): void;
}

/** Who saved which weights when and why, the newest first, and at the end what Trellis comes with. */
export function WeightsHistory({ page: { versions, standard }, onUse }: WeightsHistoryProps) {
  const { m, say } = useMatching();
  const [taken, setTaken] = useState(false);
  const use = (weighting: Weighting) => {
    setTaken(true);
    onUse(weighting);
  };
  return (
    <section class="section" aria-labelledby="weights-history">
      <h2 id="weights-history">{m('weights.history')}</h2>
      <p role="status" class="small">
        {taken && m('weights.taken')}
      </p>
      {versions.length === 0 && <p class="muted">{m('weights.historyNone')}</p>}
      <ul class="plain-list weights-versions">
        {versions.map(({ number, savedAt, by, note, ...version }, index) => (
          <Version
            key={number}
            title={m('weights.version', { n: number })}
            when={m('weights.when', {
              date: say.dateTime(savedAt),
              name: by ?? m('weights.someone'),
            })}
            note={note}
            holds={index === 0}
            weighting={version}
            again={m('weights.againFor', { n: number })}
            onUse={use}
          />
        ))}
        <Version
          title={m('weights.standard')}
          holds={versions.length === 0}
          weighting={standard}
          again={m('weights.againStandard')}
          onUse={use}
        />
      </ul>
    </section>
  );
}

interface VersionProps {
  title: string;
  when?: string;
  note?: string | undefined;
  holds: boolean;
  weighting: Weighting;
  again: string;
  onUse(weighting: Weighting): void;
}

function Version({ title, when, note, holds, weighting, again, onUse }: VersionProps) {
  const { m, t, say } = useMatching();
  const parts = FACTORS.map((factor) => `${t(`factor.${factor}`)} ${weighting.weights[factor]}`);
  const minutes = t('minutes.n', { n: weighting.travelHalfMinutes });
  return (
    <li>
      <div>
        <p>
          <strong>{title}</strong> {holds && <span class="chip">{m('weights.now')}</span>}
        </p>
        {when && <p class="muted small">{when}</p>}
        {note && <p>{note}</p>}
        <p class="small">
          {say.list(parts)} · {m('weights.half')}: {minutes}
        </p>
      </div>
      {!holds && (
        <Button look="quiet" class="no-print" onClick={() => onUse({ ...weighting })}>
          <span aria-hidden="true">{m('weights.again')}</span>
          <span class="visually-hidden">{again}</span>
        </Button>
      )}
    </li>
  );
}
