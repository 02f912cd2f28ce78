import { useState } from 'preact/hooks';
import {
  type OwnCalendar as Calendar,
  endOwnCalendar,
  loadOwnCalendar,
  makeOwnCalendar,
} from '../../api/own-calendar.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { failureWords } from './failure-words.ts';
import { type SayAccounts, useAccountsWords } from './use-accounts-words.ts';

/** An address by which one's own calendar program shows what is due; a new one ends the older one. */
export function OwnCalendar() {
  const t = useAccountsWords();
  const loaded = useLoaded('own-calendar', loadOwnCalendar);
  const [changed, setChanged] = useState<Calendar | undefined>();
  const [said, setSaid] = useState('');
  const now = changed ?? loaded.data;
  const run = (work: Promise<Calendar>, words: string) =>
    work.then(
      (calendar) => {
        setChanged(calendar);
        setSaid(words);
      },
      (error: unknown) => setSaid(failureWords(error, t)),
    );
  return (
    <section class="stack account-part" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title')}</h2>
      <p>{t('calendar.lead')}</p>
      {loaded.problem && <p>{failureWords(loaded.problem, t)}</p>}
      {!now && !loaded.problem && <Skeleton />}
      {now && <Address calendar={now} t={t} />}
      {now && (
        <div class="row">
          <Button onClick={() => run(makeOwnCalendar(), t('calendar.made'))}>
            {t(now.since === null ? 'calendar.make' : 'calendar.makeNew')}
          </Button>
          {now.since !== null && (
            <Button
              onClick={() =>
                run(
                  endOwnCalendar().then(() => ({ since: null })),
                  t('calendar.ended'),
                )
              }
            >
              {t('calendar.end')}
            </Button>
          )}
        </div>
      )}
      <StatusLine>{said}</StatusLine>
    </section>
  );
}

function Address({ calendar: { since, address }, t }: { calendar: Calendar; t: SayAccounts }) {
  const { say } = useWork();
  if (address === undefined)
    return since === null ? null : <p class="muted">{t('calendar.since', { date: say.date(since) })}</p>;
  return (
    <TextField
      label={t('calendar.address')}
      hint={t('calendar.addressHint')}
      readOnly
      value={new URL(address, location.origin).href}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
