import type { RosterChoices } from '../../api/jobs.ts';
import { CheckField } from '../field.tsx';
import { useRosterWords } from './use-roster-words.ts';

/** It is tried before it is stored, unless somebody says otherwise. */
export const FIRST_CHOICES: RosterChoices = { dryRun: true, addSchools: false, letLeave: false };

const SWITCHES = [
  ['dryRun', 'try', 'tryHelp'],
  ['addSchools', 'addSchools', 'addSchoolsHelp'],
  ['letLeave', 'letLeave', 'letLeaveHelp'],
] as const;

interface RosterOptionsProps {
  choices: RosterChoices;
  onChange(choices: RosterChoices): void;
}

export function RosterOptions({ choices, onChange }: RosterOptionsProps) {
  const { t } = useRosterWords();
  return (
    <fieldset class="stack-tight">
      <legend>{t('options')}</legend>
      {SWITCHES.map(([name, label, help]) => (
        <div key={name}>
          <CheckField
            label={t(label)}
            checked={choices[name]}
            onChange={(checked) => onChange({ ...choices, [name]: checked })}
          />
          <p class="field-hint">{t(help)}</p>
        </div>
      ))}
    </fieldset>
  );
}
