import { useState } from 'preact/hooks';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import type { StudentChange } from '../../api/students.ts';
import { Button } from '../button.tsx';
import { CheckField, Field } from '../field.tsx';
import { CircumstancesEditor } from './circumstances-editor.tsx';
import { ContactsEditor } from './contacts-editor.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FreeTimesEditor } from './free-times-editor.tsx';
import {
  changeOf,
  type DraftErrors,
  draftErrors,
  draftOf,
  hasErrors,
  NO_ERRORS,
  type StudentDraft,
} from './student-draft.ts';
import { useWork } from './use-work.ts';
import { WishesEditor } from './wishes-editor.tsx';

interface StudentEditorProps {
  student: NamedStudent;
  save(change: StudentChange): Promise<unknown>;
  onClose(): void;
}

/** Needs, interests, free times, ways to travel, contacts, circumstances and notes, changed in place. What was typed stays through every error. */
export function StudentEditor({ student, save, onClose }: StudentEditorProps) {
  const { t } = useWork();
  const [draft, setDraft] = useState<StudentDraft>(() => draftOf(student));
  const [errors, setErrors] = useState<DraftErrors>(NO_ERRORS);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const change = (part: Partial<StudentDraft>) => setDraft((last) => ({ ...last, ...part }));

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = draftErrors(draft);
    setErrors(found);
    setFailed(false);
    if (hasErrors(found)) return setTurn((last) => last + 1);
    setBusy(true);
    await save(changeOf(draft)).then(onClose, () => {
      setFailed(true);
      setTurn((last) => last + 1);
    });
    setBusy(false);
  };

  const said = [
    errors.times.length > 0 ? t('student.timeWrong') : undefined,
    errors.travel ? t('student.travelNone') : undefined,
    errors.nameless.length > 0 ? t('student.contactNameless') : undefined,
    errors.badEmails.length > 0 ? t('student.contactBadEmail') : undefined,
    failed ? t('student.saveFailed') : undefined,
  ];
  return (
    <form class="editor no-print" noValidate onSubmit={submit} aria-label={t('student.editTitle')}>
      <ErrorSummary title={t('student.notSaved')} errors={said} turn={turn} />
      <WishesEditor
        kind="need"
        wishes={draft.needs.map((need) => ({ term: need.term, weight: need.urgency }))}
        onChange={(wishes) =>
          change({
            needs: wishes.map(({ term, weight }) => ({
              ...draft.needs.find((need) => need.term === term),
              term,
              urgency: weight,
            })),
          })
        }
      />
      <WishesEditor
        kind="interest"
        wishes={draft.interests.map((interest) => ({ term: interest.term, weight: interest.strength }))}
        onChange={(wishes) =>
          change({ interests: wishes.map(({ term, weight }) => ({ term, strength: weight })) })
        }
      />
      <FreeTimesEditor
        spans={draft.freeTimes}
        wrong={errors.times}
        onChange={(freeTimes) => change({ freeTimes })}
      />
      <TravelEditor
        modes={draft.travelModes}
        wrong={errors.travel}
        onChange={(travelModes) => change({ travelModes })}
      />
      <ContactsEditor
        contacts={draft.contacts}
        errors={errors}
        onChange={(contacts) => change({ contacts })}
      />
      <CircumstancesEditor
        circumstances={draft.circumstances ?? {}}
        onChange={(circumstances) => change({ circumstances })}
      />
      <Field label={t('student.notes')} hint={t('student.notesHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={10_000}
            value={draft.notes}
            onInput={(event) => change({ notes: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function TravelEditor({
  modes,
  wrong,
  onChange,
}: {
  modes: StudentDraft['travelModes'];
  wrong: boolean;
  onChange(modes: StudentDraft['travelModes']): void;
}) {
  const { t } = useWork();
  return (
    <fieldset>
      <legend>{t('student.ways')}</legend>
      <div class="row travel-modes">
        {TRAVEL_MODES.map((mode) => (
          <CheckField
            key={mode}
            label={t(`mode.${mode}`)}
            checked={modes.includes(mode)}
            onChange={(on) =>
              onChange(TRAVEL_MODES.filter((other) => (other === mode ? on : modes.includes(other))))
            }
          />
        ))}
      </div>
      {wrong && <p class="field-error">{t('student.travelNone')}</p>}
    </fieldset>
  );
}
