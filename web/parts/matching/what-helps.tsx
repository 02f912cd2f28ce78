import { useState } from 'preact/hooks';
import { askWhatWouldHelp, type HelpPage } from '../../api/matching.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { Glyph } from '../glyph.tsx';
import { ErrorState } from '../states.tsx';
import { changeWords, factWords, opensWords } from './help-words.ts';
import { useMatching } from './use-matching.ts';

interface WhatHelpsProps {
  studentId: string;
  term: string;
  /** For this place alone. */
  offerId?: string;
  onEdit?: (() => void) | undefined;
}

/** "What would help?", asked when it is wanted. */
export function WhatHelps({ studentId, term, offerId, onEdit }: WhatHelpsProps) {
  const { m, term: termName } = useMatching();
  const [page, setPage] = useState<HelpPage | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = () => {
    setBusy(true);
    setProblem(null);
    askWhatWouldHelp(studentId, term, offerId)
      .then(setPage, (error: unknown) => setProblem(asProblem(error)))
      .finally(() => setBusy(false));
  };
  return (
    <div class="what-helps stack-tight no-print">
      {!page && (
        <p>
          <Button look="quiet" disabled={busy} onClick={ask}>
            {offerId ? (
              m('help.openPair')
            ) : (
              <>
                <span aria-hidden="true">{m('help.open')}</span>
                <span class="visually-hidden">{m('help.openFor', { wish: termName(term) })}</span>
              </>
            )}
          </Button>
        </p>
      )}
      <p role="status" class="muted small">
        {busy && m('help.busy')}
      </p>
      {problem && <ErrorState problem={problem} onRetry={ask} />}
      {page && <Helps page={page} isPair={offerId !== undefined} onEdit={onEdit} />}
    </div>
  );
}

interface HelpsProps {
  page: HelpPage;
  isPair: boolean;
  onEdit?: (() => void) | undefined;
}

function Helps({ page, isPair, onEdit }: HelpsProps) {
  const wording = useMatching();
  const { m } = wording;
  const { helps, facts } = page.help;
  const canEdit = helps.some(({ kind }) => kind === 'free-time' || kind === 'mode');
  return (
    <section class="stack-tight">
      <h4>
        {helps.length === 0
          ? m(isPair ? 'help.pairNone' : 'help.none')
          : m(isPair ? 'help.pair' : 'help.title')}
      </h4>
      <ul class="reasons">
        {helps.map((help) => {
          const change = changeWords(help, page, wording);
          return (
            <li key={change}>
              <Glyph name="check" size={16} />
              <span>
                <strong>{change}</strong>
                {!isPair && help.kind !== 'place' && ` ${opensWords(help, page, wording)}`}
              </span>
            </li>
          );
        })}
      </ul>
      {onEdit && canEdit && (
        <p>
          <Button onClick={onEdit}>{m('help.edit')}</Button>
        </p>
      )}
      {!isPair && facts.length > 0 && (
        <>
          <h4>{m('help.facts')}</h4>
          <ul class="reasons reasons-ask">
            {facts.map((fact) => (
              <li key={fact.fact}>
                <Glyph name="ask" size={16} /> <span>{factWords(fact, wording)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
