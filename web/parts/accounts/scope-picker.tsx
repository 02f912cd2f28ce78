import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { RemovableChip } from '../chip.tsx';
import { TextField } from '../field.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

export interface Choice {
  id: string;
  name: string;
}

interface ScopePickerProps {
  label: string;
  findLabel: string;
  chosen: readonly string[];
  find(typed: string): Promise<Choice[]>;
  /** What one is called that was chosen earlier. */
  nameOf(id: string): Promise<string>;
  onChange(ids: string[]): void;
}

/** Chooses some of too many for a list: type, then take from what was found. */
export function ScopePicker({ label, findLabel, chosen, find, nameOf, onChange }: ScopePickerProps) {
  const t = useAccountsWords();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Choice[] | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  useEffect(() => {
    for (const id of chosen.filter((known) => !(known in names)))
      nameOf(id).then(
        (name) => setNames((before) => ({ ...before, [id]: name })),
        () => undefined,
      );
  }, [chosen]);
  useEffect(() => {
    if (typed.trim().length < 2) return setFound(null);
    let late = false;
    const timer = setTimeout(
      () =>
        find(typed.trim()).then(
          (choices) => late || setFound(choices),
          () => late || setFound([]),
        ),
      200,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [typed]);
  const take = ({ id, name }: Choice) => {
    setNames((before) => ({ ...before, [id]: name }));
    setTyped('');
    onChange([...chosen, id]);
  };
  const offered = found?.filter(({ id }) => !chosen.includes(id));
  return (
    <fieldset class="scope-picker stack-tight">
      <legend>{label}</legend>
      <div class="row">
        {chosen.map((id) => (
          <RemovableChip
            key={id}
            label={names[id] ?? '…'}
            remove={t('person.drop', { name: names[id] ?? '' })}
            onRemove={() => onChange(chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
      <TextField
        label={findLabel}
        type="search"
        autoComplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status">{offered?.length === 0 && t('person.nothingFound')}</div>
      <ul class="plain-list stack-tight">
        {offered?.slice(0, 8).map((choice) => (
          <li key={choice.id}>
            <Button icon="check" onClick={() => take(choice)}>
              {t('person.take', { name: choice.name })}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
