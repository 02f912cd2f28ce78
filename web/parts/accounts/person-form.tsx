import { useEffect, useRef, useState } from 'preact/hooks';
import { changePerson, type Invited, invitePerson, type Person } from '../../api/accounts.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { failureWords } from './failure-words.ts';
import { GrantEditor } from './grant-editor.tsx';
import { type DraftError, draftErrors, emptyGrant, type PersonDraft } from './person-draft.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface PersonFormProps {
  /** Undefined: somebody new. */
  person: Person | undefined;
  run(work: () => Promise<void>): Promise<boolean>;
  onSaved(name: string, invited?: Invited): void;
  onClose(): void;
}

/** Inviting somebody, or changing what somebody's account is called and opens. */
export function PersonForm({ person, run, onSaved, onClose }: PersonFormProps) {
  const t = useAccountsWords();
  const districtId = useSetting().config?.district?.id;
  const [draft, setDraft] = useState<PersonDraft>(() => ({
    name: person?.name ?? '',
    email: person?.email ?? '',
    language: person?.language ?? 'en',
    grants: person?.grants ?? [emptyGrant('coordinator', districtId)],
    administratorMeant: false,
  }));
  const [wrong, setWrong] = useState<Partial<Record<'name' | 'email' | 'grants', DraftError>>>({});
  const [failed, setFailed] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const change = (part: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: Event) => {
    event.preventDefault();
    const found = draftErrors(draft, person?.grants ?? []);
    setWrong(found);
    setFailed(undefined);
    setTurn((last) => last + 1);
    if (Object.keys(found).length > 0) return;
    const input = {
      name: draft.name.trim(),
      email: draft.email.trim(),
      language: draft.language === 'es' ? ('es' as const) : ('en' as const),
      grants: draft.grants,
    };
    run(async () => {
      if (person) {
        await changePerson(person.id, changed(input, person));
        onSaved(input.name);
      } else onSaved(input.name, await invitePerson(input));
    }).catch((error: unknown) => setFailed(failureWords(error, t)));
  };
  const says = (error: DraftError | undefined) => error && t(error);
  return (
    <form class="stack person-form" noValidate onSubmit={submit} aria-labelledby="person-form">
      <h2 id="person-form" ref={heading} tabIndex={-1}>
        {person ? t('person.editTitle', { name: person.name }) : t('person.addTitle')}
      </h2>
      <ErrorSummary
        title={t('person.summary')}
        turn={turn}
        errors={[...Object.values(wrong).map(says), failed]}
      />
      <TextField
        label={t('people.name')}
        value={draft.name}
        error={says(wrong.name)}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={t('own.email')}
        type="email"
        value={draft.email}
        hint={person ? undefined : t('person.inviteHint')}
        error={says(wrong.email)}
        onInput={(event) => change({ email: event.currentTarget.value })}
      />
      <SelectField
        label={t('person.language')}
        value={draft.language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
        onChange={(language) => change({ language })}
      />
      <Roles
        draft={draft}
        person={person}
        districtId={districtId}
        error={says(wrong.grants)}
        change={change}
      />
      <div class="row">
        <Button type="submit" look="primary">
          {person ? t('person.save') : t('person.invite')}
        </Button>
        <Button onClick={onClose}>{t('person.close')}</Button>
      </div>
    </form>
  );
}

interface RolesProps {
  draft: PersonDraft;
  person: Person | undefined;
  districtId: string | undefined;
  error: string | undefined;
  change(part: Partial<PersonDraft>): void;
}

function Roles({ draft, person, districtId, error, change }: RolesProps) {
  const t = useAccountsWords();
  const { grants } = draft;
  const was = person?.grants.some(({ role }) => role === 'administrator') ?? false;
  const becomes = !was && grants.some(({ role }) => role === 'administrator');
  return (
    <fieldset class="stack">
      <legend>{t('person.roles')}</legend>
      {grants.map((grant, index) => (
        <GrantEditor
          key={index}
          grant={grant}
          onChange={(next) => change({ grants: grants.map((old, at) => (at === index ? next : old)) })}
          onRemove={() => change({ grants: grants.filter((_, at) => at !== index) })}
        />
      ))}
      {becomes && (
        <CheckField
          label={t('person.administratorSure', { name: draft.name })}
          checked={draft.administratorMeant}
          onChange={(administratorMeant) => change({ administratorMeant })}
        />
      )}
      {error && <p class="field-error">{error}</p>}
      <div>
        <Button onClick={() => change({ grants: [...grants, emptyGrant('coordinator', districtId)] })}>
          {t('person.addRole')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Only what is different is sent: roles and addresses ask for more than a name does. */
function changed(input: Pick<Person, 'name' | 'email' | 'language' | 'grants'>, before: Person) {
  const fields = Object.entries(input) as [keyof typeof input, unknown][];
  return Object.fromEntries(
    fields.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  ) as Partial<typeof input>;
}
