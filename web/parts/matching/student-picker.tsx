import { useId, useState } from 'preact/hooks';
import { shownName } from '../../../core/students/shown-name.ts';
import { type StudentLine, searchStudents } from '../../api/students.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useRested } from '../../state/use-rested.ts';
import { TextField } from '../field.tsx';
import { useMatching } from './use-matching.ts';

const MOST_SHOWN = 8;

/** Finds a student whom one may see by name or number; what is typed travels in the body. */
export function StudentPicker({ onPick }: { onPick(student: StudentLine): void }) {
  const { m, t, say } = useMatching();
  const list = useId();
  const [typed, setTyped] = useState('');
  const words = useRested(typed.trim());
  const found = useLoaded(words ? `students called ${words}` : null, () => searchStudents({ q: words }), {
    keepLast: true,
  });
  const items = words ? (found.data?.items ?? []).slice(0, MOST_SHOWN) : [];
  return (
    <div class="offer-picker">
      <TextField
        label={m('weights.student')}
        hint={t('school.searchStudent')}
        value={typed}
        autoComplete="off"
        aria-controls={list}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="small muted" role="status">
        {words && found.data && t('students', { n: found.data.total })}
      </p>
      <ul id={list} class="plain-list picks">
        {items.map((student) => (
          <li key={student.id}>
            <button type="button" class="pick" onClick={() => onPick(student)}>
              <strong>{student.name ? shownName(student.name) : student.localId}</strong>
              <span class="muted small">
                {student.localId} · {say.grade(student.grade)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
