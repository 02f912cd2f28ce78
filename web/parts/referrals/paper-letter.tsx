import type { HandedLetter } from '../../../core/referrals/handed-letter.ts';
import { type Language, localeOf } from '../../text/translate.ts';
import { QrPicture } from '../accounts/qr-picture.tsx';
import { letterText } from './use-hand-over-text.ts';

interface PaperLetterProps {
  letter: HandedLetter;
  address: string;
  language: Language;
}

/** The letter as it is printed: who asks, where to answer, until when; of the student nothing. */
export function PaperLetter({ letter, address, language }: PaperLetterProps) {
  const t = letterText(language);
  const { organization, school, expiresAt } = letter;
  const until = new Date(expiresAt).toLocaleDateString(localeOf(language), { dateStyle: 'long' });
  return (
    <article class="card stack referral-letter" lang={language}>
      <p>{t('letter.greeting', { organization })}</p>
      <h2>{t('letter.title', { school: school.name })}</h2>
      <p>{t('letter.how')}</p>
      <p>{t('letter.scan')}</p>
      <QrPicture text={address} label={t('letter.qr')} />
      <p class="referral-letter-address">{address}</p>
      <p>
        {t('letter.until', { date: until })}
        {school.phone !== undefined && ` ${t('letter.phone', { phone: school.phone })}`}
      </p>
    </article>
  );
}
