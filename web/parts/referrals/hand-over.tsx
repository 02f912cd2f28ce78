import { useState } from 'preact/hooks';
import type { HandedLetter } from '../../../core/referrals/handed-letter.ts';
import { makeLetter } from '../../api/referrals.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import type { Language } from '../../text/translate.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { StatusLine } from '../status-line.tsx';
import { PaperLetter } from './paper-letter.tsx';
import { useHandOverText } from './use-hand-over-text.ts';
import { problemWords, useReferralWords } from './use-referral-words.ts';

/** Makes the partner's link, to be copied or printed: it is shown this once. */
export function HandOver({ referralId }: { referralId: string }) {
  const t = useHandOverText();
  const { t: referrals } = useReferralWords();
  const [letter, setLetter] = useState<HandedLetter | null>(null);
  const [failed, setFailed] = useState('');
  const [busy, setBusy] = useState(false);
  useTitle(t('title'));
  const make = async () => {
    setBusy(true);
    setFailed('');
    await makeLetter(referralId).then(setLetter, (error: unknown) =>
      setFailed(problemWords(asProblem(error), referrals)),
    );
    setBusy(false);
  };
  return (
    <div class="page referrals-page">
      <header class="no-print stack-tight">
        <p class="small">
          <a href="/referrals">
            <Glyph name="arrow-left" size={16} /> {t('back')}
          </a>
        </p>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <p class="muted">{t('rules')}</p>
        <p>
          <Button look={letter ? 'plain' : 'primary'} disabled={busy} onClick={make}>
            {t(busy ? 'making' : letter ? 'again' : 'make')}
          </Button>
        </p>
        {failed && (
          <p class="field-error" role="alert">
            {failed}
          </p>
        )}
      </header>
      {letter && <Made key={letter.address} letter={letter} />}
    </div>
  );
}

function Made({ letter }: { letter: HandedLetter }) {
  const t = useHandOverText();
  const [language, setLanguage] = useState<Language>(letter.language);
  const [copied, setCopied] = useState(false);
  const address = new URL(letter.address, location.origin).href;
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <>
      <div class="no-print stack-tight referral-letter">
        <TextField
          label={t('link')}
          hint={t('linkHint')}
          readOnly
          value={address}
          onInput={() => undefined}
        />
        <SelectField
          label={t('language')}
          value={language}
          options={(['en', 'es'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(next) => setLanguage(next === 'es' ? 'es' : 'en')}
        />
        <p class="row">
          <Button look="primary" icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
          {/* Browsers let pages copy only where the connection is safe; the link can be marked in its field. */}
          {'clipboard' in navigator && <Button onClick={copy}>{t('copy')}</Button>}
        </p>
        <StatusLine hidden={!copied}>{copied ? t('copied') : ''}</StatusLine>
      </div>
      <PaperLetter letter={letter} address={address} language={language} />
    </>
  );
}
