import { useState } from 'preact/hooks';
import type { RulesApi, RulesPage } from '../../api/district-rules.ts';
import { asProblem, keepReply } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import type { RulesLook } from './rules-section.tsx';
import { useRulesText } from './use-rules-text.ts';

const LONGEST_NOTE = 300;

interface RulesFormProps<R> {
  api: RulesApi<R>;
  page: RulesPage<R>;
  saved: R;
  draft: R;
  look: RulesLook<R>;
  onChange(draft: R | null): void;
  onSaved(): void;
  reload(): void;
}

/** Saves a draft with a reason; it names the version that was changed, so that nobody overwrites what they have not seen. */
export function RulesForm<R>({
  api,
  page,
  saved,
  draft,
  look,
  onChange,
  onSaved,
  reload,
}: RulesFormProps<R>) {
  const t = useRulesText();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'saved' | 'savedBefore' | 'failed' | null>(null);
  const isSame = JSON.stringify(saved) === JSON.stringify(draft);
  const fault = look.fault(draft);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const { districtId, versions } = page;
    const change = {
      districtId,
      rules: draft,
      basedOn: versions[0]?.number ?? 0,
      ...(note.trim() && { note }),
    };
    try {
      keepReply(api.key, await api.save(change));
      setNote('');
      onSaved();
      setOutcome('saved');
    } catch (error) {
      setOutcome(asProblem(error).code === 'rules-changed' ? 'savedBefore' : 'failed');
    }
    setBusy(false);
    reload();
  };
  const told = outcome === 'saved' && !isSame ? null : outcome;
  return (
    <form class="rules-form stack-tight no-print" noValidate onSubmit={(event) => void save(event)}>
      {look.editor(draft, onChange)}
      {fault && <p class="field-error">{fault}</p>}
      <TextField
        label={t('note')}
        value={note}
        maxLength={LONGEST_NOTE}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit" look="primary" disabled={busy || isSame || fault !== undefined}>
          {t('save')}
        </Button>
        <Button disabled={isSame} onClick={() => onChange(null)}>
          {t('reset')}
        </Button>
      </div>
      <p role="status" class="small">
        {told ? t(told) : isSame && t('unchanged')}
      </p>
    </form>
  );
}
