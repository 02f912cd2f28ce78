import { useState } from 'preact/hooks';
import { type Invited, loadPeople, type Person } from '../../api/accounts.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { StatusLine } from '../status-line.tsx';
import { ApiKeys } from './api-keys.tsx';
import { findPeople } from './find-people.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonActions } from './person-actions.tsx';
import { ROLES_TO_GIVE } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { useAccountsWords } from './use-accounts-words.ts';
import { useConfirmed } from './use-confirmed.tsx';

/** Users and roles. The server gives the accounts that this administrator may see. */
export function PeoplePage() {
  const t = useAccountsWords();
  const loaded = useLoaded('people', loadPeople, { keepLast: true });
  useTitle(t('people.title'));
  return (
    <LoadedPage loaded={loaded}>{(people) => <People people={people} onChange={loaded.reload} />}</LoadedPage>
  );
}

function People({ people, onChange }: { people: readonly Person[]; onChange(): void }) {
  const t = useAccountsWords();
  const { account } = useSession();
  const { dialog, run } = useConfirmed();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState('');
  /** The id of whom is being changed; empty for somebody new. */
  const [open, setOpen] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ name: string; invited: Invited | undefined } | null>(null);
  const found = findPeople(people, typed, role);
  const person = people.find(({ id }) => id === open);
  const close = () => {
    setOpen(null);
    document.getElementById(open ? `edit-${open}` : 'add-person')?.focus();
  };
  return (
    <div class="page stack">
      <h1>{t('people.title')}</h1>
      <p class="muted">{t('people.lead')}</p>
      <div class="people-tools">
        <TextField
          label={t('people.search')}
          type="search"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <SelectField
          label={t('people.role')}
          value={role}
          options={[
            { value: '', label: t('people.anyRole') },
            ...ROLES_TO_GIVE.map((known) => ({ value: known, label: t(`role.${known}`) })),
          ]}
          onChange={setRole}
        />
        <Button id="add-person" look="primary" onClick={() => setOpen('')}>
          {t('people.add')}
        </Button>
      </div>
      {saved && <SavedLine {...saved} />}
      {open !== null && (
        <section class="card stack">
          <PersonForm
            key={open}
            person={person}
            run={run}
            onClose={close}
            onSaved={(name, invited) => {
              setSaved({ name, invited });
              close();
              onChange();
            }}
          />
          {person && (
            <PersonActions
              key={open}
              person={person}
              isOwn={person.id === account?.id}
              run={run}
              onChange={onChange}
            />
          )}
        </section>
      )}
      <StatusLine>{t('people.count', { n: found.length })}</StatusLine>
      {found.length > 0 ? (
        <PeopleTable people={found} onEdit={setOpen} />
      ) : (
        <p>
          {t('people.nobody')} {t('people.nobodyHint')}
        </p>
      )}
      <ApiKeys run={run} />
      {dialog}
    </div>
  );
}

/** A link that was not sent is shown this once. */
function SavedLine({ name, invited }: { name: string; invited: Invited | undefined }) {
  const t = useAccountsWords();
  if (!invited) return <StatusLine>{t('person.saved')}</StatusLine>;
  if (invited.link === undefined) return <StatusLine>{t('person.invited', { name })}</StatusLine>;
  return (
    <div class="card" role="status">
      <p>{t('person.link', { name })}</p>
      <p>
        <code class="factor-key">{invited.link}</code>
      </p>
    </div>
  );
}
