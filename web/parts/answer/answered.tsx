import type { Answered } from '../../api/referral-links.ts';
import { Button } from '../button.tsx';
import { useWork } from '../work/use-work.ts';
import { RequestDetails } from './request-details.tsx';
import { useAnswerWords } from './use-answer-words.ts';

const TITLES = { yes: 'done.yes', no: 'done.no', over: 'over' } as const;

/** What became of a request, for whoever has just answered and for whoever opens the link once more. */
export function AnsweredNote({ answered }: { answered: Answered & { status: keyof typeof TITLES } }) {
  const t = useAnswerWords();
  const { status } = answered;
  return (
    <>
      <h1>{t(TITLES[status])}</h1>
      {status === 'yes' && <AfterYes answered={answered} />}
      {status === 'no' && <p>{t('done.no.next')}</p>}
      {status === 'over' ? <p>{t('over.text')}</p> : <p>{t('mistake')}</p>}
    </>
  );
}

function AfterYes({ answered: { next, changedAt } }: { answered: Answered }) {
  const t = useAnswerWords();
  const { say } = useWork();
  if (!next) return <p>{t('done.yes.before', { date: say.date(changedAt) })}</p>;
  const isKnown = next.content.name !== undefined || next.content.contacts !== undefined;
  if (!isKnown) return <p>{t('done.yes.school')}</p>;
  return (
    <section class="stack">
      <h2>{t('done.yes.next')}</h2>
      <p>{t('done.yes.once')}</p>
      <RequestDetails details={next} />
      <div class="no-print">
        <Button onClick={() => print()}>{t('print')}</Button>
      </div>
    </section>
  );
}
