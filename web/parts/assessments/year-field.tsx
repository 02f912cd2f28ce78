import type { Frame } from '../../api/assessments.ts';
import { SelectField } from '../field.tsx';
import { useAssessments, yearName } from './use-assessments.ts';

export function YearField({
  frame: { year, yearChoices },
  onChange,
}: {
  frame: Pick<Frame, 'year' | 'yearChoices'>;
  onChange(year: number): void;
}) {
  const { t } = useAssessments();
  return (
    <SelectField
      label={t('year')}
      value={String(year)}
      options={yearChoices.map((each) => ({ value: String(each), label: yearName(each) }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
