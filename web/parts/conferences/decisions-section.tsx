import { newId } from '../new-id.ts';
import { ItemForm } from './item-form.tsx';
import { PutBack, TakeOutButton, useTakeOut } from './take-out.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** What was decided. */
export function DecisionsSection({ page, edit }: ConferenceOnScreen) {
  const { t } = useConferenceWords();
  const taking = useTakeOut(edit);
  const decision = (text: string) => ({ list: 'decisions', id: newId(), saw: 0, to: { text } }) as const;
  return (
    <section class="section" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions')}</h2>
      {page.decisions.length === 0 && <p class="muted">{t('decisions.none')}</p>}
      <ul class="plain-list meeting-items">
        {page.decisions.map(({ id, version, text }) => (
          <li key={id} class="meeting-line">
            <span class="meeting-text">{text}</span>
            {page.may.hold && (
              <TakeOutButton what={text} onClick={() => taking.takeOut(id, version, decision(text))} />
            )}
          </li>
        ))}
      </ul>
      <PutBack {...taking} />
      {page.may.hold && (
        <ItemForm
          fields={[{ name: 'text', label: t('decisions.text'), most: 500, required: true }]}
          submit={t('decisions.add')}
          onSave={({ text = '' }) => edit(decision(text))}
        />
      )}
    </section>
  );
}
