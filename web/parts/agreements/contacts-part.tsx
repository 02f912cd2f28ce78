import type { AgreementPart } from './agreement-view.tsx';
import { useAgreements } from './use-agreements.ts';

export function ContactsPart({ page: { agreement } }: Pick<AgreementPart, 'page'>) {
  const { t } = useAgreements();
  const { contacts, note } = agreement;
  return (
    <section class="section">
      <h2>{t('contacts')}</h2>
      {contacts.length === 0 && <p class="muted">{t('contacts.none')}</p>}
      <ul class="agreement-facts">
        {contacts.map(({ side, name, role, phone, email }) => (
          <li key={`${side} ${name}`}>
            <strong>{name}</strong>{' '}
            <span class="muted">{[role, t(`side.${side}`)].filter(Boolean).join(', ')}</span>{' '}
            {phone && <a href={`tel:${phone}`}>{phone}</a>} {email && <a href={`mailto:${email}`}>{email}</a>}
          </li>
        ))}
      </ul>
      {note && (
        <>
          <h3>{t('note')}</h3>
          <p class="agreement-note">{note}</p>
        </>
      )}
    </section>
  );
}
