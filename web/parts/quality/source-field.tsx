import { SelectField } from '../field.tsx';
import { useQuality } from './use-quality.ts';

interface SourceFieldProps {
  source: string | null;
  sources: readonly string[];
  onChange(source: string | null): void;
}

/** Of which source; one is no choice. */
export function SourceField({ source, sources, onChange }: SourceFieldProps) {
  const { t } = useQuality();
  if (sources.length < 2) return null;
  return (
    <div class="controls no-print">
      <SelectField
        label={t('source')}
        value={source ?? ''}
        options={[
          { value: '', label: t('source.all') },
          ...sources.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(value) => onChange(value || null)}
      />
    </div>
  );
}
