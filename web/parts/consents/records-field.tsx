import { useId } from 'preact/hooks';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import { CheckField } from '../field.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface RecordsFieldProps {
  legend: string;
  among: readonly RecordCategory[];
  chosen: readonly RecordCategory[];
  onChange(records: RecordCategory[]): void;
  error?: string | undefined;
  speech: ConsentSpeech;
}

/** Which parts of the record: each by itself, none chosen beforehand. */
export function RecordsField({ legend, among, chosen, onChange, error, speech }: RecordsFieldProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined} class={error ? 'field-wrong' : ''}>
      <legend>{legend}</legend>
      {among.map((record) => (
        <CheckField
          key={record}
          label={speech.record(record)}
          checked={chosen.includes(record)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, record] : chosen.filter((other) => other !== record))
          }
        />
      ))}
      {error && (
        <p class="field-error" id={id}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
