import { fitMinutes } from '../../../core/conferences/fit-minutes.ts';
import { useStepFacts } from './steps-section.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** The meeting on one page of paper. */
export function MinutesSheet({ page }: Pick<ConferenceOnScreen, 'page'>) {
  const { t, say, day, point } = useConferenceWords();
  const facts = useStepFacts();
  const { student } = page;
  const { minutes, points, left, cut } = fitMinutes({
    people: page.people.map(({ name, relation }) => (relation ? `${name} (${relation})` : name)).join(', '),
    agenda: page.agenda.map((item) => ({ text: point(item), notes: item.notes })),
    decisions: page.decisions.map(({ text }) => text),
    steps: page.steps.map((step) => [step.text, facts(step)].filter(Boolean).join(' · ')),
  });
  const notes = [left > 0 && t('sheet.left', { n: left }), cut && t('sheet.cut')].filter(Boolean);
  return (
    <div class="print-only minutes" style={{ fontSize: `${points}pt` }}>
      <p class="minutes-title">
        {t('titleOf', { name: student.name ?? student.number })}, {day(page.day)}
      </p>
      <p>{[student.school, say.grade(student.grade)].filter(Boolean).join(' · ')}</p>
      <h2>{t('people')}</h2>
      <p>{minutes.people}</p>
      <h2>{t('agenda')}</h2>
      <ol>
        {minutes.agenda.map(({ text, notes: said }, n) => (
          <li key={page.agenda[n]?.id}>
            <strong>{text}</strong>
            {said && <p class="meeting-text">{said}</p>}
          </li>
        ))}
      </ol>
      <Texts title={t('decisions')} texts={minutes.decisions} />
      <Texts title={t('steps')} texts={minutes.steps} />
      <p>{[t('sheet.date', { date: say.date(new Date().toISOString()) }), ...notes].join(' ')}</p>
    </div>
  );
}

function Texts({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
