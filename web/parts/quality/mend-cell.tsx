import { useState } from 'preact/hooks';
import { decide } from '../../../core/policy/decide.ts';
import { mendPath, recordPath } from '../../../core/quality/mend-path.ts';
import type { QualityRule } from '../../../core/quality/quality-rule.ts';
import type { QualityRow } from '../../../core/quality/quality-view.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { OwnHours } from '../verification/own-hours.tsx';
import { VerifyActions } from '../verification/verify-actions.tsx';
import { useQuality } from './use-quality.ts';

interface MendCellProps {
  rule: QualityRule;
  row: QualityRow;
  /** What was done, in words. */
  onSaid(words: string): void;
}

/** The way to put one record right: here where one click is enough, or a link to where it is done. */
export function MendCell({ rule, row, onSaid }: MendCellProps) {
  const { t } = useQuality();
  if (row.mended) return <Chip>{t('mended')}</Chip>;
  if (rule.mend === 'check') return <VerifyActions service={row} onSaid={(_queue, words) => onSaid(words)} />;
  if (rule.mend === 'hours') return <MendHours row={row} onSaid={onSaid} />;
  const { name } = row;
  const mend = rule.mend === 'source' ? 'look' : rule.mend;
  return (
    <a class="no-print" href={mendPath(rule, row)} aria-label={t(`mend.${mend}Of`, { name })}>
      {t(`mend.${mend}`)}
    </a>
  );
}

/** Hours are told place by place, by who may; others look at the service and write what is wrong. */
function MendHours({ row, onSaid }: Omit<MendCellProps, 'rule'>) {
  const { t } = useQuality();
  const { account } = useSession();
  const [open, setOpen] = useState(false);
  const { id, name, organizationId } = row;
  const who = account ? { ...account, active: true } : null;
  if (organizationId === undefined || !decide(who, 'hours.change', { organizationId }).allowed)
    return (
      <a class="no-print" href={recordPath(row)} aria-label={t('mend.lookOf', { name })}>
        {t('mend.look')}
      </a>
    );
  if (!open)
    return (
      <Button look="quiet" aria-label={t('mend.hoursOf', { name })} onClick={() => setOpen(true)}>
        {t('mend.hours')}
      </Button>
    );
  return <OwnHours service={{ id, name, organization: { id: organizationId } }} onSaid={onSaid} />;
}
