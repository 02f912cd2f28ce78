import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Person, viewAs } from '../../api/accounts.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { Dialog } from './dialog.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

/** As short as the server takes. */
const SHORTEST = 10;

interface ViewAsDialogProps {
  person: Person;
  run(work: () => Promise<void>): Promise<boolean>;
  onCancel(): void;
}

/** Asks why, and says what it means, before an administrator looks through another's eyes. */
export function ViewAsDialog({ person: { id, name }, run, onCancel }: ViewAsDialogProps) {
  const t = useAccountsWords();
  const { enter } = useSession();
  const { route } = useLocation();
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    if (why.trim().length < SHORTEST) return setWrong(t('viewAs.whyMissing'));
    run(async () => {
      enter(await viewAs(id, why.trim()));
      route('/home');
    }).catch((error: unknown) => setWrong(failureWords(error, t)));
  };
  return (
    <Dialog title={t('person.viewAs', { name })} onCancel={onCancel}>
      <form class="stack" noValidate onSubmit={submit}>
        <p>{t('viewAs.lead', { name })}</p>
        <TextField
          label={t('viewAs.why')}
          hint={t('viewAs.whyHint')}
          value={why}
          maxLength={500}
          error={wrong}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
        <div class="row">
          <Button type="submit" look="primary">
            {t('viewAs.begin')}
          </Button>
          <Button onClick={onCancel}>{t('viewAs.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
