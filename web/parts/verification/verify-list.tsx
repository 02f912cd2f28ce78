import { useState } from 'preact/hooks';
import type { VerifiableService, VerificationQueue } from '../../api/verification.ts';
import { EmptyState } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { useVerification } from './use-verification.ts';
import { VerifyActions } from './verify-actions.tsx';

interface VerifyListProps {
  queue: VerificationQueue;
  onChanged(queue: VerificationQueue): void;
}

/** What to verify next, the most worthwhile on top. */
export function VerifyList({ queue, onChanged }: VerifyListProps) {
  const { t, checked } = useVerification();
  const [said, setSaid] = useState('');
  if (queue.items.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>{t('none.help')}</p>
      </EmptyState>
    );
  const columns: Column<VerifiableService>[] = [
    {
      key: 'service',
      label: t('service'),
      cell: ({ id, name }) => <a href={`/services/${id}`}>{name}</a>,
    },
    {
      key: 'partner',
      label: t('partner'),
      cell: ({ organization }) => <a href={`/organizations/${organization.id}`}>{organization.name}</a>,
    },
    { key: 'checked', label: t('checked'), cell: ({ verified }) => checked(verified) },
    {
      key: 'do',
      label: t('say'),
      cell: (service) => (
        <VerifyActions
          service={service}
          onSaid={(next, words) => {
            setSaid(words);
            onChanged(next);
          }}
        />
      ),
    },
  ];
  return (
    <div class="section">
      <p>
        <strong>{t('counts', { n: queue.due, total: queue.total })}</strong>{' '}
        <span class="muted">{t('counts.hint', { days: queue.freshDays })}</span>
      </p>
      <p role="status">{said}</p>
      <Table caption={t('title')} columns={columns} rows={queue.items} rowKey={({ id }) => id} />
    </div>
  );
}
