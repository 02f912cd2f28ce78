import type { WantedSchools } from '../../../core/imports/nces/school-region.ts';
import { TextField } from '../field.tsx';
import { useMappingWords } from './use-mapping-words.ts';

const FIELDS = ['state', 'county', 'district'] as const;

/** Of a file of a whole state or country only the schools around here. */
export function SchoolOptions({
  only,
  onChange,
}: {
  only: WantedSchools;
  onChange(only: WantedSchools): void;
}) {
  const { t } = useMappingWords();
  return (
    <fieldset class="stack-tight">
      <legend>{t('only')}</legend>
      <p class="field-hint">{t('onlyHelp')}</p>
      <div class="school-options">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`only.${field}`)}
            value={only[field] ?? ''}
            onInput={(event) => onChange({ ...only, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
