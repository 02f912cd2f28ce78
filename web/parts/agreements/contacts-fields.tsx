import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { type DraftContact, newContact } from './agreement-draft.ts';
import { useAgreements } from './use-agreements.ts';

interface ContactsFieldsProps {
  contacts: readonly DraftContact[];
  onChange(contacts: DraftContact[]): void;
  error: string | undefined;
}

/** Whom to call, on either side. */
export function ContactsFields({ contacts, onChange, error }: ContactsFieldsProps) {
  const { t } = useAgreements();
  return (
    <fieldset>
      <legend>{t('contacts')}</legend>
      {error && <p class="field-error">{error}</p>}
      {contacts.map((contact, index) => (
        <ContactFields
          key={contact.id}
          contact={contact}
          title={contact.name || t('form.contact', { n: index + 1 })}
          error={contact.name.trim() === '' ? error : undefined}
          onChange={(part) =>
            onChange(contacts.map((other) => (other.id === contact.id ? { ...other, ...part } : other)))
          }
          onRemove={() => onChange(contacts.filter(({ id }) => id !== contact.id))}
        />
      ))}
      <Button onClick={() => onChange([...contacts, newContact()])}>{t('form.addContact')}</Button>
    </fieldset>
  );
}

interface ContactFieldsProps {
  contact: DraftContact;
  title: string;
  error: string | undefined;
  onChange(part: Partial<DraftContact>): void;
  onRemove(): void;
}

function ContactFields({ contact, title, error, onChange, onRemove }: ContactFieldsProps) {
  const { t } = useAgreements();
  const typed = (field: 'name' | 'role' | 'email' | 'phone') => ({
    value: contact[field],
    maxLength: field === 'phone' ? 60 : 200,
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <fieldset class="agreement-row" aria-label={title}>
      <SelectField
        label={t('form.side')}
        value={contact.side}
        options={(['partner', 'school'] as const).map((side) => ({ value: side, label: t(`side.${side}`) }))}
        onChange={(side) => onChange({ side: side as DraftContact['side'] })}
      />
      <TextField label={t('form.name')} error={error} {...typed('name')} />
      <TextField label={t('form.role')} {...typed('role')} />
      <TextField label={t('form.phone')} type="tel" {...typed('phone')} />
      <TextField label={t('form.email')} type="email" {...typed('email')} />
      <Button look="quiet" onClick={onRemove}>
        {t('form.remove', { what: title })}
      </Button>
    </fieldset>
  );
}
