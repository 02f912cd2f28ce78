import { useState } from 'preact/hooks';
import { FACTORS } from '../../../core/matching/match.ts';
import { isSameWeighting, type Weighting } from '../../../core/matching/weighting.ts';
import { saveWeights, type WeightsPage } from '../../api/matching.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useMatching } from './use-matching.ts';

const LONGEST_NOTE = 300;

interface WeightsFormProps {
  page: WeightsPage;
  saved: Weighting;
  draft: Weighting;
  maySave: boolean;
  onReset(): void;
  /** The weights are saved, or somebody else has saved some: both are worth a look. */
  onChanged(page?: WeightsPage): void;
}

type Outcome = 'saved' | 'savedBefore' | 'failed';

/** Saves the weights with a reason, or says that one can only try. */
export function WeightsForm({ page, saved, draft, maySave, onReset, onChanged }: WeightsFormProps) {
  const { m } = useMatching();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isSame = isSameWeighting(saved, draft);
  const isNothing = FACTORS.every((factor) => draft.weights[factor] === 0);

  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setOutcome(null);
    const basedOn = page.versions[0]?.number ?? 0;
    const change = { ...draft, districtId: page.districtId, basedOn, ...(note.trim() && { note }) };
    try {
      onChanged(await saveWeights(change));
      setNote('');
      setOutcome('saved');
    } catch (error) {
      const isOthers = asProblem(error).code === 'weights-changed';
      if (isOthers) onChanged();
      setOutcome(isOthers ? 'savedBefore' : 'failed');
    }
    setBusy(false);
  };

  // What was saved is told until something is changed again.
  const told = outcome === 'saved' && !isSame ? null : outcome;
  const said = told ? m(`weights.${told}`) : isSame && m('weights.unchanged');
  return (
    <form class="weights-form stack-tight no-print" onSubmit={(event) => void save(event)}>
      {maySave ? (
        <TextField
          label={m('weights.note')}
          value={note}
          maxLength={LONGEST_NOTE}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      ) : (
        <p>{m('weights.tryOnly')}</p>
      )}
      {isNothing && <p class="field-error">{m('weights.noneSet')}</p>}
      <div class="row">
        {maySave && (
          <Button look="primary" type="submit" disabled={busy || isSame || isNothing}>
            {m('weights.save')}
          </Button>
        )}
        <Button onClick={onReset} disabled={isSame}>
          {m('weights.reset')}
        </Button>
      </div>
      <p role="status" class="small">
        {said}
      </p>
    </form>
  );
}
