import { useMemo } from 'preact/hooks';
import { SelectField } from '../field.tsx';
import type { Spot } from './spots.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface SpotSelectProps {
  label: string;
  value: string;
  spots: readonly Spot[];
  onChange(id: string): void;
}

/** Hundreds of places to choose from; drawn anew only when they change, so that a drag costs nothing here. */
export function SpotSelect({ label, value, spots, onChange }: SpotSelectProps) {
  const { work } = useWhatIfWords();
  const options = useMemo(
    () => [
      { value: '', label: work.t('choose') },
      ...spots.map(({ id, label: name }) => ({ value: id, label: name })),
    ],
    [spots, work],
  );
  return useMemo(
    () => <SelectField label={label} value={value} options={options} onChange={onChange} />,
    [label, value, options, onChange],
  );
}
