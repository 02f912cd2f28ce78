import { useState } from 'preact/hooks';
import { changePerson, endSessionsOf, type Person, resetFactorOf } from '../../api/accounts.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';
import { ViewAsDialog } from './view-as-dialog.tsx';

interface PersonActionsProps {
  person: Person;
  isOwn: boolean;
  run(work: () => Promise<void>): Promise<boolean>;
  onChange(): void;
}

/**
 * What else can be done for or about a person's account. Switching off can be undone, once the list says that it is done:
 * earlier the buttons would still move under the finger.
 */
export function PersonActions({ person, isOwn, run, onChange }: PersonActionsProps) {
  const t = useAccountsWords();
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState(false);
  const [looking, setLooking] = useState(false);
  const { id, name, active } = person;
  const isAdministrator = person.grants.some(({ role }) => role === 'administrator');
  const act = (work: () => Promise<unknown>, words: string, canUndo = false) =>
    run(async () => {
      await work();
      setSaid(words);
      setUndo(canUndo);
      onChange();
    }).catch((error: unknown) => setSaid(failureWords(error, t)));
  const switchTo = (next: boolean) =>
    act(
      () => changePerson(id, { active: next }),
      t(next ? 'person.switchedOn' : 'person.switchedOff', { name }),
      !next,
    );
  return (
    <div class="stack-tight">
      <div class="row">
        {active && !isOwn && !isAdministrator && (
          <Button icon="users" onClick={() => setLooking(true)}>
            {t('person.viewAs', { name })}
          </Button>
        )}
        <Button onClick={() => act(() => endSessionsOf(id), t('person.sessionsEnded', { name }))}>
          {t('person.endSessions')}
        </Button>
        {person.secondFactor && (
          <Button onClick={() => act(() => resetFactorOf(id), t('person.factorReset', { name }))}>
            {t('person.resetFactor')}
          </Button>
        )}
        {!isOwn && (
          <Button onClick={() => switchTo(!active)}>
            {active ? t('person.switchOff') : t('person.switchOn')}
          </Button>
        )}
      </div>
      <div class="row">
        <StatusLine>{said}</StatusLine>
        {undo && !active && (
          <Button look="quiet" onClick={() => switchTo(true)}>
            {t('person.undo')}
          </Button>
        )}
      </div>
      {looking && <ViewAsDialog person={person} run={run} onCancel={() => setLooking(false)} />}
    </div>
  );
}
