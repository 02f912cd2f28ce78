import { useEffect, useRef } from 'preact/hooks';
import type { ShownForm } from '../../api/consents.ts';
import { type ConsentsTexts, consentsEn } from '../../text/consents-en.ts';
import { consentsEs } from '../../text/consents-es.ts';
import { createTranslate, type Language } from '../../text/translate.ts';
import { Button } from '../button.tsx';
import { type ConsentText, formCode } from './use-consent-words.ts';

const texts = { en: consentsEn, es: consentsEs };

interface FormSheetProps {
  form: ShownForm;
  language: Language;
  t: ConsentText;
  onBack(): void;
}

const SIGNATURE_LINES = ['form.name', 'form.relation', 'form.signature', 'form.date'] as const;

/** The form as it is signed, in the family's language; printed it is a sheet with lines to sign on. */
export function FormSheet({ form, language, t, onBack }: FormSheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const inForm = createTranslate<ConsentsTexts>(language, texts[language]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="form-sheet" aria-labelledby="form-sheet-title">
      <h3 id="form-sheet-title" class="no-print" ref={heading} tabIndex={-1}>
        {t('form.title')}
      </h3>
      <div class="form-text" lang={language}>
        {form.text}
      </div>
      <dl class="signature-lines" lang={language}>
        {SIGNATURE_LINES.map((line) => (
          <div key={line}>
            <dt>{inForm(line)}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <p class="small muted" lang={language}>
        {inForm('code', { code: formCode(form.textHash) })}
      </p>
      <div class="row no-print">
        <Button icon="printer" onClick={() => window.print()}>
          {t('form.print')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('form.change')}
        </Button>
      </div>
    </section>
  );
}
