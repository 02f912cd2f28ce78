import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** On which day it is; whoever holds it may choose another. */
export function MeetingDay({ page, move }: ConferenceOnScreen) {
  const { t, day } = useConferenceWords();
  const [wanted, setWanted] = useState(page.day);
  const [failed, setFailed] = useState(false);
  if (!page.may.hold) return <p class="muted">{day(page.day)}</p>;
  const submitted = (event: Event) => {
    event.preventDefault();
    setFailed(false);
    move(wanted).catch(() => setFailed(true));
  };
  return (
    <form class="meeting-day" onSubmit={submitted}>
      <TextField
        label={t('day')}
        type="date"
        required
        value={wanted}
        error={failed ? t('failed.day') : undefined}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {wanted !== page.day && <Button type="submit">{t('day.save')}</Button>}
    </form>
  );
}
