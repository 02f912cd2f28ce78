import { useMemo } from 'preact/hooks';
import type { Access } from '../../../core/audit/access-record.ts';
import { groupAccesses, type PersonDay } from '../../../core/audit/group-accesses.ts';
import { actionWords, personWords } from './audit-words.ts';
import { useAudit } from './use-audit.ts';

/** Who looked on which day: a line a person, however often they looked. */
export function AccessDays({ accesses }: { accesses: readonly Access[] }) {
  const { t, work } = useAudit();
  const days = useMemo(() => groupAccesses(accesses, work.say.date), [accesses, work.say]);
  return (
    <section class="section" aria-labelledby="seen">
      <h2 id="seen">{t('seen')}</h2>
      {days.length === 0 && <p>{t('seen.none')}</p>}
      {days.map(({ day, people }) => (
        <div key={day} class="access-day">
          <h3>{day}</h3>
          <ul class="access-people">
            {people.map((group) => (
              <li key={`${group.from} ${group.who.accountId} ${group.why}`}>
                <PersonLine group={group} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function PersonLine({ group: { who, why, actions, from, to } }: { group: PersonDay }) {
  const { t, work, reason } = useAudit();
  const clock = new Intl.DateTimeFormat(work.say.locale, { timeStyle: 'short' });
  const [first, last] = [clock.format(new Date(from)), clock.format(new Date(to))];
  const done = work.say.list(actions.map(({ action, count }) => actionWords(action, count, t)));
  const time = first === last ? t('seen.at', { time: first }) : t('seen.between', { from: first, to: last });
  return (
    <>
      <p>
        <strong>{personWords(who, t, work.say)}</strong>: {done}, <span class="muted">{time}</span>
      </p>
      {why && <p class="small muted">{reason(why)}</p>}
    </>
  );
}
