import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { beginConference, loadConferences } from '../../api/conferences.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { ErrorState } from '../states.tsx';
import { useConferenceWords } from './use-conference-words.ts';

/** The meetings about a student, and the way to plan one. */
export function MeetingsSection({ studentId }: { studentId: string }) {
  const { t, day } = useConferenceWords();
  const { data, problem, reload } = useLoaded(`conferences of ${studentId}`, (signal) =>
    loadConferences(studentId, signal),
  );
  return (
    <section class="section no-print" aria-labelledby="meetings">
      <h2 id="meetings">{t('meetings')}</h2>
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data?.items.length === 0 && <p class="muted">{t('meetings.none')}</p>}
      <ul class="plain-list">
        {data?.items.map((one) => (
          <li key={one.id}>
            <a href={`/conferences/${one.id}`}>{t('meetings.of', { date: day(one.day) })}</a>
          </li>
        ))}
      </ul>
      {data?.may.hold && <PlanMeeting studentId={studentId} today={data.today} />}
    </section>
  );
}

function PlanMeeting({ studentId, today }: { studentId: string; today: string }) {
  const { t } = useConferenceWords();
  const { route } = useLocation();
  const [day, setDay] = useState(today);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submitted = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailed(false);
    await beginConference(studentId, day).then(
      ({ id }) => route(`/conferences/${id}`),
      () => setFailed(true),
    );
    setBusy(false);
  };
  return (
    <form class="meeting-day" onSubmit={submitted}>
      <TextField
        label={t('meetings.day')}
        type="date"
        required
        value={day}
        error={failed ? t('failed.save') : undefined}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" disabled={busy}>
        {t('meetings.begin')}
      </Button>
    </form>
  );
}
