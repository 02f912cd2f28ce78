import { useState } from 'preact/hooks';
import { startMatchRun } from '../../api/jobs.ts';
import type { Problem } from '../../api/problem.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { ErrorState } from '../states.tsx';
import { mayMatchDistrict, mayMatchSchool } from './may.ts';
import { useWork } from './use-work.ts';

const DISTRICT = '';

/** Starts a run for all schools or one, as far as the person may. */
export function RunStart({ busy, onStarted }: { busy: boolean; onStarted(): void }) {
  const { t } = useWork();
  const { schools, config } = useSetting();
  const grants = useSession().account?.grants ?? [];
  const mine = schools.filter((school) => mayMatchSchool(grants, school));
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [starting, setStarting] = useState(false);
  const options = [
    ...(mayMatchDistrict(grants, config?.district?.id)
      ? [{ value: DISTRICT, label: t('runs.district') }]
      : []),
    ...mine.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const value = chosen ?? options[0]?.value;
  if (value === undefined) return null;
  const start = () => {
    setProblem(null);
    setStarting(true);
    startMatchRun(value === DISTRICT ? { scope: 'district' } : { scope: 'school', schoolId: value })
      .then(onStarted, (error: unknown) => setProblem(asProblem(error)))
      .finally(() => setStarting(false));
  };
  return (
    <section class="section no-print" aria-label={t('runs.start')}>
      <div class="controls">
        <SelectField label={t('runs.scope')} value={value} options={options} onChange={setChosen} />
        <Button look="primary" disabled={starting || busy} onClick={start}>
          {t('runs.go')}
        </Button>
      </div>
      {problem && <ErrorState problem={problem} onRetry={start} />}
    </section>
  );
}
