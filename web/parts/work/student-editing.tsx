import { useEffect, useRef, useState } from 'preact/hooks';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import { changeStudent, type StudentChange } from '../../api/students.ts';
import { Button } from '../button.tsx';
import { StudentEditor } from './student-editor.tsx';
import { EDIT_BUTTON } from './student-head.tsx';
import { StudentProfile } from './student-profile.tsx';
import { useWork } from './use-work.ts';

interface StudentEditingProps {
  student: NamedStudent;
  editing: boolean;
  onClose(): void;
  onSaved(): void;
}

type Saved = { what: 'saved'; before: StudentChange } | { what: 'undone' } | { what: 'failed' };

/** The profile, or the form in its place; after saving, the way back. */
export function StudentEditing({ student, editing, onClose, onSaved }: StudentEditingProps) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (editing) form.current?.querySelector<HTMLElement>('select, input')?.focus();
    else if (wasEditing.current) (document.getElementById(EDIT_BUTTON) ?? form.current)?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const save = async (change: StudentChange) => {
    const { needs, interests, freeTimes, travelModes, contacts, notes = '' } = student;
    const known = change.circumstances && { circumstances: student.circumstances ?? {} };
    await changeStudent(student.id, change);
    setSaved({
      what: 'saved',
      before: { needs, interests, freeTimes, travelModes, contacts, notes, ...known },
    });
    onSaved();
  };
  const undo = (before: StudentChange) =>
    changeStudent(student.id, before).then(
      () => {
        setSaved({ what: 'undone' });
        onSaved();
      },
      () => setSaved({ what: 'failed' }),
    );
  return (
    <div ref={form} tabIndex={-1}>
      {editing ? (
        <StudentEditor student={student} save={save} onClose={onClose} />
      ) : (
        <StudentProfile student={student} />
      )}
      <SavedLine saved={editing ? null : saved} onUndo={undo} />
    </div>
  );
}

function SavedLine({ saved, onUndo }: { saved: Saved | null; onUndo(before: StudentChange): void }) {
  const { t } = useWork();
  return (
    <div class="saved-line no-print">
      <p role="status">
        {saved?.what === 'saved' && t('student.saved')}
        {saved?.what === 'undone' && t('student.undone')}
        {saved?.what === 'failed' && t('student.saveFailed')}
      </p>
      {saved?.what === 'saved' && (
        <Button look="quiet" onClick={() => onUndo(saved.before)}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
