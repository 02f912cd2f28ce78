import { useState } from 'preact/hooks';
import { loadPeople } from '../../api/audit.ts';
import { type StudentLine, searchStudents } from '../../api/students.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { actionWords } from './audit-words.ts';
import { LogPicks } from './log-picks.tsx';
import type { LogQuery } from './log-query.ts';
import { useAudit } from './use-audit.ts';

/** What the log can be searched for; the rest is found by student, person and time. */
const ACTIONS = [
  'student.read',
  'students.list',
  'student.change',
  'student.forget',
  'access-record.read',
  'audit.search',
  'disclosures.send',
  'accounts.change',
  'capacity.change',
  'hours.change',
  'system.import',
] as const;

interface LogFormProps {
  query: LogQuery;
  onSearch(change: Partial<LogQuery>): void;
}

export function LogForm({ query, onSearch }: LogFormProps) {
  const { t } = useAudit();
  // Null while nobody has typed: then the student of the address stays.
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<StudentLine[] | null>(null);
  const [draft, setDraft] = useState(query);
  const set = (change: Partial<LogQuery>) => setDraft({ ...draft, ...change });
  const search = async (event: Event) => {
    event.preventDefault();
    if (typed === null) return onSearch({ ...draft, student: query.student });
    if (typed.trim() === '') return onSearch({ ...draft, student: '' });
    const { items } = await searchStudents({ q: typed.trim() });
    setFound(items.length === 1 ? null : items);
    if (items[0] && items.length === 1) onSearch({ ...draft, student: items[0].id });
  };
  const pick = (id: string) => {
    setFound(null);
    onSearch({ ...draft, student: id });
  };
  return (
    <form class="section no-print" aria-label={t('log.title')} onSubmit={(event) => void search(event)}>
      <div class="log-form">
        <TextField
          label={t('log.student')}
          hint={t('log.studentHint')}
          value={typed ?? ''}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <WhoAndWhat draft={draft} set={set} />
        <TextField
          label={t('log.from')}
          type="date"
          value={draft.from}
          onInput={(event) => set({ from: event.currentTarget.value })}
        />
        <TextField
          label={t('log.to')}
          type="date"
          value={draft.to}
          onInput={(event) => set({ to: event.currentTarget.value })}
        />
      </div>
      {found && <LogPicks found={found} onPick={pick} />}
      <p>
        <Button type="submit" look="primary">
          {t('log.search')}
        </Button>
      </p>
    </form>
  );
}

function WhoAndWhat({ draft, set }: { draft: LogQuery; set(change: Partial<LogQuery>): void }) {
  const { t } = useAudit();
  const accounts = useLoaded('people of the log', loadPeople);
  const people = (accounts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const actions = ACTIONS.map((action) => ({ value: action, label: actionWords(action, 1, t) }));
  return (
    <>
      <SelectField
        label={t('log.person')}
        value={draft.account}
        options={[{ value: '', label: t('log.anybody') }, ...people]}
        onChange={(account) => set({ account })}
      />
      <SelectField
        label={t('log.action')}
        value={draft.action}
        options={[{ value: '', label: t('log.anything') }, ...actions]}
        onChange={(action) => set({ action })}
      />
    </>
  );
}
