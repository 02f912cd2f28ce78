import { useId, useState } from 'preact/hooks';
import type { Answer, Opened } from '../../api/referral-links.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { useAnswerWords } from './use-answer-words.ts';

type Kind = Answer['answer'];

interface FormProps {
  reasons: NonNullable<Opened['reasons']>;
  busy: boolean;
  refusal: string | undefined;
  onAnswer(answer: Answer): void;
}

/** Yes, no, or a question: first which, then what goes with it. */
export function AnswerForm({ reasons, busy, refusal, onAnswer }: FormProps) {
  const t = useAnswerWords();
  const [kind, setKind] = useState<Kind>();
  if (kind)
    return <Said kind={kind} onBack={() => setKind(undefined)} {...{ reasons, busy, refusal, onAnswer }} />;
  return (
    <div class="answer-choices">
      <Button look="primary" onClick={() => setKind('yes')}>
        {t('yes')}
      </Button>
      <Button onClick={() => setKind('no')}>{t('no')}</Button>
      <Button look="quiet" onClick={() => setKind('ask')}>
        {t('ask')}
      </Button>
    </div>
  );
}

function Said({
  kind,
  reasons,
  busy,
  refusal,
  onAnswer,
  onBack,
}: FormProps & { kind: Kind; onBack(): void }) {
  const t = useAnswerWords();
  const { language } = useVoice();
  const heading = useId();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const [turn, setTurn] = useState(0);
  const send = (event: Event) => {
    event.preventDefault();
    const answer = answerOf(kind, reason, note.trim());
    setMissing(answer ? undefined : t(kind === 'no' ? 'no.choose' : 'ask.empty'));
    if (answer) onAnswer(answer);
    else setTurn((last) => last + 1);
  };
  const wrongNote = kind === 'ask' ? missing : undefined;
  return (
    <form class="stack" noValidate aria-labelledby={heading} onSubmit={send}>
      <h3 id={heading} tabIndex={-1} ref={focusOnce}>
        {t(`${kind}.title`)}
      </h3>
      <ErrorSummary title={t('summary')} turn={turn} errors={[missing ?? refusal]} />
      {kind === 'no' && (
        <ReasonChoice
          reasons={reasons.map((one) => ({ code: one.code, label: one[language] }))}
          value={reason}
          wrong={missing !== undefined}
          onChange={setReason}
        />
      )}
      <Field
        label={kind === 'ask' ? t('ask.note') : t('optional', { label: t(`${kind}.note`) })}
        hint={kind === 'ask' ? t('ask.hint') : undefined}
        error={wrongNote}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={1000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="answer-choices">
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'sending' : `${kind}.send`)}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}

/** Undefined where something is missing. */
function answerOf(kind: Kind, reason: string, note: string): Answer | undefined {
  const more = note === '' ? {} : { note };
  if (kind === 'yes') return { answer: 'yes', ...more };
  if (kind === 'no') return reason === '' ? undefined : { answer: 'no', reason, ...more };
  return note === '' ? undefined : { answer: 'ask', note };
}

/** The question that comes after a choice is what is read next. */
function focusOnce(element: HTMLElement | null): void {
  if (element && !element.contains(document.activeElement)) element.focus();
}
