import { TextField } from '../field.tsx';
import { TermSelect } from '../work/term-select.tsx';
import type { OpenMapping } from './use-mapping.ts';
import { useMappingWords } from './use-mapping-words.ts';

/** What lists of one kind of place leave out, because everybody who reads them knows it. */
const COMMON = ['organization_name', 'city', 'state'] as const;

/** What every row says where no column does: whose places these are, in which town, of which category. */
export function EveryRow({ open: { draft, change } }: { open: OpenMapping }) {
  const { t, field } = useMappingWords();
  const set = (name: string, value: string) =>
    change({ ...draft, everyRow: { ...draft.everyRow, [name]: value } });
  return (
    <fieldset class="mapping-every">
      <legend>{t('every')}</legend>
      <p class="muted small">{t('everyLead')}</p>
      <div class="mapping-every-fields">
        {COMMON.filter((name) => !draft.choices.includes(name)).map((name) => (
          <TextField
            key={name}
            label={field(name)}
            value={draft.everyRow[name] ?? ''}
            maxLength={300}
            onInput={(event) => set(name, event.currentTarget.value)}
          />
        ))}
        <TermSelect
          label={t('everyTerm')}
          value={draft.everyRow.terms ?? ''}
          placeholder={t('noTerm')}
          onChange={(term) => set('terms', term)}
        />
      </div>
    </fieldset>
  );
}
