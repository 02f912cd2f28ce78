import { useState } from 'preact/hooks';
import { liftForgotten } from '../../api/retention.ts';
import { StatusLine } from '../status-line.tsx';
import { NumberForm } from './number-form.tsx';
import { useRetention } from './use-retention.ts';

/** How many students are forgotten (nobody can tell who), and the way back for one whose number is known. */
export function ForgottenStudents({ count, onChange }: { count: number; onChange(): void }) {
  const t = useRetention();
  const [said, setSaid] = useState('');
  const lift = async (number: string) => {
    setSaid('');
    const lifted = await liftForgotten(number).catch(() => undefined);
    if (lifted === undefined) return t('lift.failed');
    if (!lifted) return t('lift.none');
    setSaid(t('lift.done', { number }));
    onChange();
    return undefined;
  };
  return (
    <section class="section" aria-labelledby="forgotten">
      <h2 id="forgotten">{t('forgotten')}</h2>
      <p>
        <strong>{count === 0 ? t('forgotten.nobody') : t('forgotten.count', { n: count })}</strong>{' '}
        {t('forgotten.lead')}
      </p>
      <StatusLine>{said}</StatusLine>
      {count > 0 && (
        <div class="stack-tight no-print">
          <h3>{t('lift.title')}</h3>
          <p>{t('lift.lead')}</p>
          <NumberForm title={t('lift.title')} hint={t('lift.hint')} action={t('lift.go')} send={lift} />
        </div>
      )}
    </section>
  );
}
