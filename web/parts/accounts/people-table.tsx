import type { Person } from '../../api/accounts.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { type Column, Table } from '../table.tsx';
import { useWork } from '../work/use-work.ts';
import { grantWords } from './grant-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

export function PeopleTable({ people, onEdit }: { people: readonly Person[]; onEdit(id: string): void }) {
  const t = useAccountsWords();
  const { say } = useWork();
  const { schools } = useSetting();
  const schoolName = (id: string) => schools.find((school) => school.id === id)?.name;
  const columns: Column<Person>[] = [
    {
      key: 'name',
      label: t('people.name'),
      cell: ({ name, email }) => (
        <>
          {name}
          <span class="muted small person-email">{email}</span>
        </>
      ),
    },
    {
      key: 'roles',
      label: t('people.roles'),
      cell: ({ grants }) =>
        grants.length === 0 ? (
          <span class="muted">{t('people.noRole')}</span>
        ) : (
          grants.map((grant) => <div key={JSON.stringify(grant)}>{grantWords(grant, schoolName, t)}</div>)
        ),
    },
    {
      key: 'status',
      label: t('people.status'),
      cell: ({ active }) => (active ? t('people.active') : <Chip tone="signal">{t('people.inactive')}</Chip>),
    },
    {
      key: 'seen',
      label: t('people.lastSeen'),
      cell: ({ lastSignInAt }) => (lastSignInAt ? say.date(lastSignInAt) : t('people.never')),
    },
    {
      key: 'factor',
      label: t('people.factor'),
      cell: ({ secondFactor }) => (secondFactor ? t('people.yes') : t('people.no')),
    },
    {
      key: 'edit',
      label: t('people.actions'),
      cell: ({ id, name }) => (
        <Button id={`edit-${id}`} aria-label={t('people.edit', { name })} onClick={() => onEdit(id)}>
          {t('people.editShort')}
        </Button>
      ),
    },
  ];
  return (
    <div class="people-table">
      <Table caption={t('people.title')} columns={columns} rows={people} rowKey={({ id }) => id} />
    </div>
  );
}
