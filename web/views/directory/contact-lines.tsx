import type { Phone } from '../../../core/directory/service.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { sayLanguage } from '../../text/say-people.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { safeLink } from './safe-link.ts';

interface ContactLinesProps {
  phones: readonly Phone[];
  email?: string | undefined;
  website?: string | undefined;
}

/** Ways to reach somebody, the telephone first. */
export function ContactLines({ phones, email, website }: ContactLinesProps) {
  const link = safeLink(website);
  return (
    <ul class="plain-list contact-lines">
      {phones.map((phone) => (
        <li key={phone.number + (phone.extension ?? '')}>
          <Glyph name="phone" size={18} />
          <PhoneLine phone={phone} />
        </li>
      ))}
      {email && (
        <li>
          <Glyph name="mail" size={18} />
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {link && (
        <li>
          <Glyph name="external-link" size={18} />
          <a href={link} rel="noreferrer">
            {new URL(link).hostname}
          </a>
        </li>
      )}
    </ul>
  );
}

function PhoneLine({ phone }: { phone: Phone }) {
  const voice = useVoice();
  const about = [
    phone.type && ['fax', 'tty', 'sms', 'text', 'hotline'].includes(phone.type) ? phone.type : undefined,
    phone.description,
    ...phone.languages.map((code) => sayLanguage(voice, code)),
  ].filter(Boolean);
  return (
    <span>
      <a href={telLink(phone)} class="phone-number">
        {phone.number}
        {phone.extension && ` ${voice.t('phone.extension', { extension: phone.extension })}`}
      </a>
      {about.length > 0 && <span class="muted"> · {about.join(' · ')}</span>}
    </span>
  );
}

/** Digits only; an extension, in its own field or written into the number, is dialled after a pause. */
function telLink({ number, extension }: Phone): string {
  const [main = '', written] = number.split(/\s*(?:ext\.?|x|#)\s*/i);
  const digits = main.replace(/[^\d+]/g, '');
  const after = extension ?? written;
  return `tel:${digits}${after ? `,${after.replace(/\D/g, '')}` : ''}`;
}
