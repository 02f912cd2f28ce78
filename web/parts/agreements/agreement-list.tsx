import type { AgreementRow } from '../../api/agreements.ts';
import { useQuery } from '../../state/use-query.ts';
import { SelectField } from '../field.tsx';
import { EmptyState } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { agreementQuery, LISTS, type ListName } from './agreement-query.ts';
import { leftWords, needsAttention, papersWords, schoolWords } from './agreement-words.ts';
import { StatusChip } from './status-chip.tsx';
import { useAgreements } from './use-agreements.ts';

/** Agreements, those that end first on top. */
export function AgreementList({ items }: { items: readonly AgreementRow[] }) {
  const speech = useAgreements();
  const { t } = speech;
  const [{ show }, change] = useQuery(agreementQuery);
  const shown = items.filter(SHOWS[show]);
  return (
    <div class="section">
      <div class="controls no-print">
        <SelectField
          label={t('show')}
          value={show}
          options={LISTS.map((value) => ({ value, label: t(`show.${value}`) }))}
          onChange={(value) => change({ show: value as ListName })}
        />
      </div>
      {shown.length === 0 ? (
        <p>{t('none.filter')}</p>
      ) : (
        <Table caption={t(`show.${show}`)} columns={columnsOf(speech)} rows={shown} rowKey={({ id }) => id} />
      )}
    </div>
  );
}

const SHOWS: Record<ListName, (row: AgreementRow) => boolean> = {
  open: ({ status }) => status !== 'ended',
  attention: needsAttention,
  ended: ({ status }) => status === 'ended',
};

function columnsOf(speech: ReturnType<typeof useAgreements>): Column<AgreementRow>[] {
  const { t, day } = speech;
  return [
    {
      key: 'partner',
      label: t('partner'),
      cell: ({ id, organization }) => <a href={`/agreements/${id}`}>{organization.name}</a>,
    },
    { key: 'subject', label: t('subject'), cell: ({ title }) => title },
    { key: 'for', label: t('for'), cell: ({ schools }) => schoolWords(schools, speech) },
    { key: 'state', label: t('state'), cell: ({ status }) => <StatusChip status={status} /> },
    {
      key: 'until',
      label: t('until'),
      cell: ({ lastDay, warning }) => (
        <>
          {day(lastDay)}
          {warning && <p class="small">{leftWords(warning, lastDay, speech)}</p>}
        </>
      ),
    },
    {
      key: 'papers',
      label: t('papers'),
      cell: (row) => (
        <>
          {papersWords(row, speech)}
          {row.late > 0 && <p class="small">{t('late', { n: row.late })}</p>}
        </>
      ),
    },
  ];
}

/** Where there is nothing at all. */
export function NoAgreements({ asPartner }: { asPartner: boolean }) {
  const { t } = useAgreements();
  return (
    <EmptyState title={t('none')}>
      <p>{t(asPartner ? 'none.partner' : 'none.help')}</p>
    </EmptyState>
  );
}
