import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api/problem.ts';
import {
  type Answer,
  type Answered,
  type AskedOutline,
  answerRequest,
  lookAtRequest,
  type Opened,
  openRequest,
} from '../../api/referral-links.ts';
import { AnswerForm } from '../../parts/answer/answer-form.tsx';
import { AnsweredNote } from '../../parts/answer/answered.tsx';
import { RequestDetails } from '../../parts/answer/request-details.tsx';
import { refusalWords, type SayAnswer, useAnswerWords } from '../../parts/answer/use-answer-words.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useWork } from '../../parts/work/use-work.ts';
import { placeFocus } from '../../state/keep-focus.ts';
import { useHash } from '../../state/use-hash.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import './work.css';
import './student.css';
import './answer.css';

/**
 * Where the link of a mail to a partner leads. The token stands behind the "#", which no server sees; it is sent in a
 * body. What is asked about a student is fetched only when a person asks to read it.
 */
export default function AnswerView() {
  const link = useHash();
  const t = useAnswerWords();
  const seen = useLoaded(`request ${link}`, () => lookAtRequest(link));
  useTitle(t('title'));
  const there = seen.data !== undefined || seen.problem !== null;
  useEffect(() => {
    if (there) placeFocus();
  }, [there]);
  return (
    <div class="page answer">
      {seen.problem ? (
        <Refused problem={seen.problem} onRetry={seen.reload} />
      ) : seen.data ? (
        <Request key={link} link={link} seen={seen.data} />
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  );
}

function Refused({ problem, onRetry }: { problem: Problem; onRetry(): void }) {
  const t = useAnswerWords();
  if (problem.code !== 'link-gone') return <ErrorState problem={problem} onRetry={onRetry} page />;
  return (
    <>
      <h1>{t('gone')}</h1>
      <p>{t('gone.text')}</p>
    </>
  );
}

function Request({ link, seen }: { link: string; seen: AskedOutline }) {
  const t = useAnswerWords();
  const [now, setNow] = useState<Opened & Answered>(seen);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ refusal?: string; news?: string }>({});
  const run = (work: Promise<Opened & Answered>, news?: string) => {
    setBusy(true);
    setSaid({});
    work
      .then(
        (found) => {
          setNow((before) => (found.status === 'waiting' ? { ...before, ...found } : found));
          if (news !== undefined) setSaid({ news });
        },
        async (error: unknown) => {
          setSaid({ refusal: refusalWords(error, t) });
          // Somebody else was faster: what is shown is how it stands.
          if (asProblem(error).code === 'changed') await lookAtRequest(link).then(setNow, () => undefined);
        },
      )
      .finally(() => setBusy(false));
  };
  const answer = (given: Answer) =>
    run(answerRequest(link, given), given.answer === 'ask' ? t('asked.done') : undefined);
  const { status } = now;
  useEffect(() => {
    if (status !== seen.status) placeFocus();
  }, [status, seen.status]);
  return (
    <>
      {status === 'waiting' ? (
        <Waiting {...{ now, busy, said, t }} onRead={() => run(openRequest(link))} onAnswer={answer} />
      ) : (
        <AnsweredNote answered={{ ...now, status }} />
      )}
      <Contact now={now} />
    </>
  );
}

interface WaitingProps {
  now: Opened;
  busy: boolean;
  said: { refusal?: string; news?: string };
  t: SayAnswer;
  onRead(): void;
  onAnswer(answer: Answer): void;
}

function Waiting({ now, busy, said: { refusal, news }, t, onRead, onAnswer }: WaitingProps) {
  const { say } = useWork();
  const { school, service, answerBy, asked, reasons = [] } = now;
  return (
    <>
      <h1>{t('heading', { school: school.name })}</h1>
      <p>
        {t('lead.service', { service })} {answerBy && t('lead.by', { date: say.date(answerBy) })}
      </p>
      <StatusLine hidden={news === undefined}>{news}</StatusLine>
      {asked ? (
        <>
          <section class="stack">
            <h2>{t('asked')}</h2>
            <RequestDetails details={asked} />
          </section>
          <section class="stack">
            <h2>{t('answer')}</h2>
            <AnswerForm key={news} reasons={reasons} busy={busy} refusal={refusal} onAnswer={onAnswer} />
          </section>
        </>
      ) : (
        <>
          <p>{t('lead.private')}</p>
          {refusal !== undefined && <p role="alert">{refusal}</p>}
          <div class="answer-choices">
            <Button look="primary" disabled={busy} onClick={onRead}>
              {t('read')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Contact({ now: { contact, school } }: { now: AskedOutline }) {
  const t = useAnswerWords();
  if (contact) return <p class="muted">{t('contact', { ...contact, school: school.name })}</p>;
  if (school.phone === undefined) return null;
  return <p class="muted">{t('contact.school', { school: school.name, phone: school.phone })}</p>;
}
