import { useState } from 'preact/hooks';
import { chooseDigest, type DigestChoice, loadDigest } from '../../api/digest.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

const TURNS = ['never', 'daily', 'weekly'] as const;

/** Whether one gets a mail that says what waits, and how often. It is kept as soon as it is chosen. */
export function OwnDigest({ demo }: { demo: boolean }) {
  const t = useAccountsWords();
  const { say } = useWork();
  const loaded = useLoaded('own-digest', loadDigest);
  const [chosen, setChosen] = useState<DigestChoice | undefined>();
  const [said, setSaid] = useState('');
  const now = chosen ?? loaded.data;
  const choose = (turn: DigestChoice['turn']) => {
    chooseDigest(turn).then(
      (kept) => {
        setChosen(kept);
        const date = kept.nextAt && kept.mail && say.date(kept.nextAt);
        setSaid(date ? t('digest.next', { date }) : t('digest.saved'));
      },
      (error: unknown) => setSaid(failureWords(error, t)),
    );
  };
  return (
    <section class="stack account-part" aria-labelledby="digest">
      <h2 id="digest">{t('digest.title')}</h2>
      {loaded.problem && <p>{failureWords(loaded.problem, t)}</p>}
      {!now && !loaded.problem && <Skeleton />}
      {now && (
        <fieldset class="stack-tight">
          <legend>{t('digest.lead')}</legend>
          {TURNS.map((turn) => (
            <label key={turn} class="check-field">
              <input type="radio" name="digest" checked={now.turn === turn} onChange={() => choose(turn)} />
              <span>{t(`digest.${turn}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {now && !now.mail && <p class="muted">{t(demo ? 'digest.demo' : 'digest.noServer')}</p>}
      <StatusLine>{said}</StatusLine>
    </section>
  );
}
