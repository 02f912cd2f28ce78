import type { StudentContact } from '../../../core/students/student-identity.ts';
import { useWork } from './use-work.ts';

/** Whom to call about a student: a name, who it is, and how to reach them. */
export function ContactList({ contacts }: { contacts: readonly StudentContact[] }) {
  const { t } = useWork();
  if (contacts.length === 0) return <span class="muted">{t('student.noContacts')}</span>;
  return (
    <ul class="plain-list">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <Contact contact={contact} />
        </li>
      ))}
    </ul>
  );
}

function Contact({
  contact: { name, relation, language, phone, email, mayConsent },
}: {
  contact: StudentContact;
}) {
  const { t, say } = useWork();
  const facts = [
    t(`relation.${relation}`),
    language && say.language(language),
    mayConsent && t('student.maySay'),
  ];
  return (
    <>
      {name} <span class="muted">({facts.filter(Boolean).join(', ')})</span>
      {phone && (
        <>
          {' '}
          <a class="figures" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
      {email && (
        <>
          {' '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </>
  );
}
