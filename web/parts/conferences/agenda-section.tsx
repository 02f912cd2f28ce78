import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AgendaItem } from '../../../core/conferences/conference.ts';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { Button } from '../button.tsx';
import { newId } from '../new-id.ts';
import { ItemForm } from './item-form.tsx';
import { PutBack, TakeOutButton, useTakeOut } from './take-out.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** What is talked about, and what was said of each point. What the plan brought stays; what people added can be taken out. */
export function AgendaSection(screen: ConferenceOnScreen) {
  const { page, edit } = screen;
  const { t } = useConferenceWords();
  const taking = useTakeOut(edit);
  const point = (text: string, notes?: string) =>
    ({ list: 'agenda', id: newId(), saw: 0, to: { text, notes } }) as const;
  return (
    <section class="section" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda')}</h2>
      {page.agenda.length === 0 && <p class="muted">{t('agenda.none')}</p>}
      <ol class="meeting-items">
        {page.agenda.map((item) => (
          <li key={item.id}>
            <Point item={item} {...screen}>
              {item.kind === 'own' && page.may.hold && (
                <TakeOutButton
                  what={item.text}
                  onClick={() => taking.takeOut(item.id, item.version, point(item.text, item.notes))}
                />
              )}
            </Point>
          </li>
        ))}
      </ol>
      <PutBack {...taking} />
      {page.may.hold && (
        <ItemForm
          fields={[{ name: 'text', label: t('agenda.text'), most: 300, required: true }]}
          submit={t('agenda.add')}
          onSave={({ text = '' }) => edit(point(text))}
        />
      )}
    </section>
  );
}

interface PointProps extends ConferenceOnScreen {
  item: AgendaItem;
  children: ComponentChildren;
}

/** One point; the focus returns to the button that opened its form. */
function Point({ item, page, edit, children }: PointProps) {
  const { t, point } = useConferenceWords();
  const [open, setOpen] = useState(false);
  const id = useFocusBack(open);
  const what = point(item);
  return (
    <>
      <p class="meeting-point">{what}</p>
      {item.notes && !open && <p class="meeting-text">{item.notes}</p>}
      {open && (
        <ItemForm
          focus
          fields={[{ name: 'notes', label: t('notes.of', { what }), kind: 'text', most: 2000 }]}
          begin={{ notes: item.notes }}
          now={item.notes}
          submit={t('save')}
          onSave={async ({ notes = '' }) => {
            await edit({ list: 'agenda', id: item.id, saw: item.version, to: { notes } });
            setOpen(false);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      {!open && page.may.hold && (
        <div class="row no-print">
          <Button
            id={id}
            aria-label={t(item.notes ? 'notes.changeOf' : 'notes.writeOf', { what })}
            onClick={() => setOpen(true)}
          >
            {t(item.notes ? 'notes.change' : 'notes.write')}
          </Button>
          {children}
        </div>
      )}
    </>
  );
}
