import { Chip } from '../chip.tsx';
import { type Column, Table } from '../table.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { DeliveryForm } from './delivery-form.tsx';
import { useAgreements } from './use-agreements.ts';

/** What was promised, and how far it has come. */
export function PromisesPart({ page, onChanged }: AgreementPart) {
  const { t, day, number } = useAgreements();
  const { promises } = page.agreement;
  const states = new Map(page.promises.map((state) => [state.promiseId, state]));
  const amount = (n: number, unit: string) => t('amount', { n: number(n), unit });
  type Row = (typeof promises)[number];
  const columns: Column<Row>[] = [
    { key: 'what', label: t('form.what'), cell: ({ what }) => what },
    { key: 'kind', label: t('form.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'promised',
      label: t('promised'),
      figure: true,
      cell: ({ quantity, unit }) => amount(quantity, unit),
    },
    {
      key: 'delivered',
      label: t('delivered'),
      figure: true,
      cell: ({ id, unit }) => amount(states.get(id)?.delivered ?? 0, unit),
    },
    {
      key: 'by',
      label: t('by'),
      cell: ({ id, by }) => (
        <>
          {by ? day(by) : '–'} {states.get(id)?.late && <Chip tone="signal">{t('promise.late')}</Chip>}
        </>
      ),
    },
  ];
  return (
    <section class="section">
      <h2>{t('promises')}</h2>
      {promises.length === 0 ? (
        <p class="muted">{t('promises.none')}</p>
      ) : (
        <Table caption={t('promises')} columns={columns} rows={promises} rowKey={({ id }) => id} />
      )}
      {page.mayChange && promises.length > 0 && <DeliveryForm page={page} onChanged={onChanged} />}
      <Deliveries page={page} />
    </section>
  );
}

function Deliveries({ page: { deliveries, agreement } }: Pick<AgreementPart, 'page'>) {
  const { t, day, number } = useAgreements();
  if (deliveries.length === 0) return null;
  return (
    <details>
      <summary>{t('deliver.rows')}</summary>
      <ul>
        {deliveries.map(({ id, promiseId, quantity, on, note, by }) => {
          const promise = agreement.promises.find((one) => one.id === promiseId);
          const amount = t('amount', { n: number(quantity), unit: promise?.unit ?? '' });
          return (
            <li key={id}>
              {t('deliver.row', {
                date: day(on),
                amount,
                what: promise?.what ?? '',
                by: by ?? t('somebody'),
              })}
              {note && <span class="muted"> {note}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
