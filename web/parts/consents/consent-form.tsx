import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ConsentTerms, Method, Signer } from '../../../core/consents/consent.ts';
import { type ConsentsPage, giveConsent, type ShownForm, showForm } from '../../api/consents.ts';
import { asLanguage } from '../../text/language.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { askedFor, type ConsentDraft, endOfSchoolYear, localDay } from './consent-draft.ts';
import { FormSheet } from './form-sheet.tsx';
import { RecordPaper } from './record-paper.tsx';
import { SignOnline } from './sign-online.tsx';
import { TermsForm } from './terms-form.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface ConsentFormProps {
  page: ConsentsPage;
  speech: ConsentSpeech;
  /** The family or the student signs here; else the school records paper. */
  online: boolean;
  onGiven(): void;
}

/** From the choice over the form's text to the signature. What was chosen stays on the way back. */
export function ConsentForm({ page, speech, online, onGiven }: ConsentFormProps) {
  const { student, signers, words } = page;
  const { language } = useVoice();
  const { query } = useLocation();
  const [draft, setDraft] = useState<ConsentDraft>(() => ({
    kind: 'organization',
    term: '',
    ...askedFor(query.referral, page),
    purpose: Object.keys(words.purposes[language])[0] ?? '',
    until: endOfSchoolYear(localDay(new Date())),
    language: asLanguage(signers[0]?.language) ?? language,
  }));
  const isAskedFor = draft.organization !== null;
  useEffect(() => {
    // Who comes with a question has come for the form below.
    if (isAskedFor) document.getElementById('give')?.scrollIntoView();
  }, []);
  const [shown, setShown] = useState<{ terms: ConsentTerms; form: ShownForm } | null>(null);
  const show = async (terms: ConsentTerms) => setShown({ terms, form: await showForm(student.id, terms) });
  const give = async (signed: { signer: Signer; method: Method; signedAt: string }) => {
    if (!shown) return;
    const { version, textHash } = shown.form;
    await giveConsent(student.id, { ...shown.terms, version, textHash, ...signed });
    onGiven();
  };
  if (!shown)
    return (
      <TermsForm
        draft={draft}
        onChange={(part) => setDraft((last) => ({ ...last, ...part }))}
        words={words}
        speech={speech}
        show={show}
      />
    );
  return (
    <>
      <FormSheet
        form={shown.form}
        language={shown.terms.language}
        t={speech.t}
        onBack={() => setShown(null)}
      />
      {online ? (
        <SignOnline
          alone={student.signsAlone}
          t={speech.t}
          sign={(signer) => give({ signer, method: 'online', signedAt: localDay(new Date()) })}
        />
      ) : (
        <RecordPaper signers={signers} alone={student.signsAlone} t={speech.t} record={give} />
      )}
    </>
  );
}
