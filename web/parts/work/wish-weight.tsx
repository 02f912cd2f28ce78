import type { Urgency } from '../../../core/students/student.ts';
import { Chip } from '../chip.tsx';
import { useWork } from './use-work.ts';

/** How urgent a need is, or how strong an interest, in words; the warm colour only repeats "urgent". */
export function WishWeight({ kind, weight }: { kind: 'need' | 'interest'; weight: Urgency }) {
  const { t } = useWork();
  if (kind === 'interest') return <Chip icon="smile">{t(`strength.${weight}`)}</Chip>;
  return weight === 3 ? (
    <Chip tone="signal" icon="alert">
      {t('urgency.3')}
    </Chip>
  ) : (
    <Chip>{t(`urgency.${weight}`)}</Chip>
  );
}
