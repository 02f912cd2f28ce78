import { useState } from 'preact/hooks';
import { askedFor, endingsFor, type ReferralRules } from '../../../core/referrals/referral-rules.ts';
import type { Party, ReferralState } from '../../../core/referrals/referral-state.ts';
import { Dialog } from '../accounts/dialog.tsx';
import { Button } from '../button.tsx';
import { Field, SelectField } from '../field.tsx';
import { useReferralWords } from './use-referral-words.ts';

export interface EndingSaid {
  reason?: string;
  outcome?: string;
  note?: string;
}

interface EndDialogProps {
  title: string;
  to: ReferralState;
  by: Exclude<Party, 'system'>;
  rules: ReferralRules;
  /** What went wrong; what was typed stays. */
  failed: string | null;
  onSay(said: EndingSaid): void;
  onCancel(): void;
}

/** Asks why, or what came of it: every end needs one of the list. */
export function EndDialog({ title, to, by, rules, failed, onSay, onCancel }: EndDialogProps) {
  const { t, work, language } = useReferralWords();
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const asked = askedFor(to);
  if (!asked) return null;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!code) return setMissing(true);
    const words = note.trim();
    onSay({ [asked]: code, ...(words && { note: words }) });
  };
  return (
    <Dialog title={title} onCancel={onCancel}>
      <form class="stack" noValidate onSubmit={submit}>
        <SelectField
          label={t(`say.${asked}`)}
          value={code}
          options={[
            { value: '', label: work.t('choose') },
            ...endingsFor(rules, to, by).map((one) => ({ value: one.code, label: one[language] })),
          ]}
          error={missing && !code ? t('say.choose') : undefined}
          onChange={setCode}
        />
        <Field label={t('say.note')} hint={t('say.noteHint')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        {failed && (
          <p class="field-error" role="alert">
            {failed}
          </p>
        )}
        <div class="row">
          <Button type="submit" look="primary">
            {title}
          </Button>
          <Button onClick={onCancel}>{work.t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
