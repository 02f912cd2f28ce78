import './work.css';
import './conference.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { removeConference } from '../../api/conferences.ts';
import { Button } from '../../parts/button.tsx';
import { AgendaSection } from '../../parts/conferences/agenda-section.tsx';
import { DecisionsSection } from '../../parts/conferences/decisions-section.tsx';
import { MeetingDay } from '../../parts/conferences/meeting-day.tsx';
import { MinutesSheet } from '../../parts/conferences/minutes-sheet.tsx';
import { PeopleSection } from '../../parts/conferences/people-section.tsx';
import { StepsSection } from '../../parts/conferences/steps-section.tsx';
import { type ConferenceOnScreen, useConference } from '../../parts/conferences/use-conference.ts';
import { useConferenceWords } from '../../parts/conferences/use-conference-words.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { useTitle } from '../../state/use-title.ts';

/** A meeting of a student's supporters: who is there, what is talked about, what comes of it. */
export default function ConferenceView({ id }: { id: string }) {
  const { t } = useConferenceWords();
  const shown = useConference(id);
  useTitle(t('title'));
  return (
    <LoadedPage loaded={shown.loaded}>
      {(page) => (
        <div class="page conference">
          <Head {...shown} page={page} />
          <div class="no-print">
            <PeopleSection {...shown} page={page} />
            <AgendaSection {...shown} page={page} />
            <DecisionsSection {...shown} page={page} />
            <StepsSection {...shown} page={page} />
          </div>
          <MinutesSheet page={page} />
        </div>
      )}
    </LoadedPage>
  );
}

function Head(screen: ConferenceOnScreen) {
  const { t } = useConferenceWords();
  const { page } = screen;
  const { student } = page;
  const name = student.name ?? student.number;
  return (
    <header class="no-print">
      <p class="small">
        <a href={`/students/${student.id}/reviews`}>
          <Glyph name="arrow-left" size={16} /> {t('back', { name })}
        </a>
      </p>
      <div class="page-head">
        <div>
          <h1>{t('titleOf', { name })}</h1>
          {page.may.hold && <p>{t('lead')}</p>}
        </div>
        <div class="row">
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
          {page.may.hold && page.version === 1 && (
            <Drop id={page.id} back={`/students/${student.id}/reviews`} />
          )}
        </div>
      </div>
      <MeetingDay {...screen} />
    </header>
  );
}

/** Nothing has been written in it yet, so nothing is lost. */
function Drop({ id, back }: { id: string; back: string }) {
  const { t } = useConferenceWords();
  const { route } = useLocation();
  const [failed, setFailed] = useState(false);
  const drop = () =>
    removeConference(id).then(
      () => route(back),
      () => setFailed(true),
    );
  return (
    <>
      <Button look="quiet" onClick={drop}>
        {t('drop')}
      </Button>
      {failed && (
        <span class="field-error" role="alert">
          {t('failed.save')}
        </span>
      )}
    </>
  );
}
