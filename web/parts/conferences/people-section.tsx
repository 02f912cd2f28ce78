import { newId } from '../new-id.ts';
import { ItemForm } from './item-form.tsx';
import { PutBack, TakeOutButton, useTakeOut } from './take-out.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** Who is there. */
export function PeopleSection({ page, edit }: ConferenceOnScreen) {
  const { t } = useConferenceWords();
  const taking = useTakeOut(edit);
  const person = (name: string, relation: string) =>
    ({ list: 'people', id: newId(), saw: 0, to: { name, relation } }) as const;
  return (
    <section class="section" aria-labelledby="people">
      <h2 id="people">{t('people')}</h2>
      {page.people.length === 0 && <p class="muted">{t('people.none')}</p>}
      <ul class="plain-list meeting-items">
        {page.people.map(({ id, version, name, relation }) => (
          <li key={id} class="meeting-line">
            <span>{[name, relation].filter(Boolean).join(', ')}</span>
            {page.may.hold && (
              <TakeOutButton
                what={name}
                onClick={() => taking.takeOut(id, version, person(name, relation))}
              />
            )}
          </li>
        ))}
      </ul>
      <PutBack {...taking} />
      {page.may.hold && (
        <ItemForm
          fields={[
            { name: 'name', label: t('people.name'), most: 200, required: true },
            { name: 'relation', label: t('people.relation'), most: 200 },
          ]}
          submit={t('people.add')}
          onSave={({ name = '', relation = '' }) => edit(person(name, relation))}
        />
      )}
    </section>
  );
}
