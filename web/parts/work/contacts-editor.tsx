import { RELATIONS, type Relation } from '../../../core/students/relation.ts';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { newId } from '../new-id.ts';
import { type DraftContact, type DraftErrors, newContact } from './student-draft.ts';
import { useWork } from './use-work.ts';

/** The languages that can be picked for a contact; another one that is known stays. */
const LANGUAGES = ['en', 'es', 'vi', 'so', 'ar', 'zh', 'tl', 'fr', 'pt', 'ru', 'uk', 'ht'];

interface ContactsEditorProps {
  contacts: readonly DraftContact[];
  errors: DraftErrors;
  onChange(contacts: DraftContact[]): void;
}

export function ContactsEditor({ contacts, errors, onChange }: ContactsEditorProps) {
  const { t } = useWork();
  return (
    <fieldset>
      <legend>{t('student.contacts')}</legend>
      {contacts.map((contact, index) => (
        <ContactFields
          key={contact.id}
          contact={contact}
          number={index + 1}
          nameless={errors.nameless.includes(index)}
          badEmail={errors.badEmails.includes(index)}
          onChange={(part) =>
            onChange(contacts.map((other) => (other.id === contact.id ? { ...other, ...part } : other)))
          }
          onRemove={() => onChange(contacts.filter(({ id }) => id !== contact.id))}
        />
      ))}
      <Button onClick={() => onChange([...contacts, newContact(newId())])}>{t('student.addContact')}</Button>
    </fieldset>
  );
}

interface ContactFieldsProps {
  contact: DraftContact;
  number: number;
  nameless: boolean;
  badEmail: boolean;
  onChange(part: Partial<DraftContact>): void;
  onRemove(): void;
}

function ContactFields({ contact, number, nameless, badEmail, onChange, onRemove }: ContactFieldsProps) {
  const { t, say } = useWork();
  const { language } = contact;
  const title = contact.name || t('student.contactNumber', { n: number });
  const languages = [...LANGUAGES, ...(language && !LANGUAGES.includes(language) ? [language] : [])];
  return (
    <fieldset class="contact-fields" aria-label={title}>
      <TextField
        label={t('student.contactName')}
        value={contact.name}
        maxLength={200}
        error={nameless ? t('student.contactNameless') : undefined}
        onInput={(event) => onChange({ name: event.currentTarget.value })}
      />
      <SelectField
        label={t('student.relation')}
        value={contact.relation}
        options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))}
        onChange={(value) => onChange({ relation: value as Relation })}
      />
      <TextField
        label={t('student.phone')}
        type="tel"
        value={contact.phone}
        maxLength={60}
        onInput={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <TextField
        label={t('student.email')}
        type="email"
        value={contact.email}
        maxLength={254}
        error={badEmail ? t('student.contactBadEmail') : undefined}
        onInput={(event) => onChange({ email: event.currentTarget.value })}
      />
      <SelectField
        label={t('student.contactLanguage')}
        value={language}
        options={[
          { value: '', label: t('student.languageUnknown') },
          ...languages.map((value) => ({ value, label: say.language(value) })),
        ]}
        onChange={(value) => onChange({ language: value })}
      />
      <CheckField
        label={t('student.mayConsent')}
        checked={contact.mayConsent}
        onChange={(mayConsent) => onChange({ mayConsent })}
      />
      <Button look="quiet" onClick={onRemove}>
        {t('student.remove', { what: title })}
      </Button>
    </fieldset>
  );
}
