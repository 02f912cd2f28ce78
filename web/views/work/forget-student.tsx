import './accounts.css';
import './forget-student.css';
import { useLocation } from 'preact-iso';
import type { School } from '../../../core/schools/school.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import { sayOnArrival } from '../../parts/work/arrival-line.tsx';
import { ForgetForm } from '../../parts/work/forget-form.tsx';
import { mayForgetStudentsOf } from '../../parts/work/may.ts';
import { useRetention } from '../../parts/work/use-retention.ts';
import { useSession } from '../../state/session.tsx';
import { forgetReplies } from '../../state/use-loaded.ts';

/** At the end of a student's page, closed until it is wanted: what goes, what stays, and the form. */
export default function ForgetStudent({ student, school }: { student: NamedStudent; school: School }) {
  const t = useRetention();
  const grants = useSession().account?.grants ?? [];
  const { route } = useLocation();
  const leave = () => {
    const path = `/schools/${school.id}`;
    forgetReplies();
    sayOnArrival(path, t('forget.done'));
    // In place of the student's page, which is no more.
    route(path, true);
  };
  if (!mayForgetStudentsOf(grants, school)) return null;
  const name = student.name ? shownName(student.name) : student.localId;
  return (
    <details class="forget no-print">
      <summary>
        <h2>{t('forget.title')}</h2>
      </summary>
      <div class="stack">
        <p>{t('forget.lead', { name })}</p>
        <WhatGoes />
        <ForgetForm student={student} name={name} onForgotten={leave} />
      </div>
    </details>
  );
}

function WhatGoes() {
  const t = useRetention();
  return (
    <div class="forget-what">
      <section>
        <h3>{t('forget.goes')}</h3>
        <ul>
          <li>{t('forget.goes.record')}</li>
          <li>{t('forget.goes.matches')}</li>
          <li>{t('forget.goes.consents')}</li>
          <li>{t('forget.goes.grants')}</li>
        </ul>
      </section>
      <section>
        <h3>{t('forget.stays')}</h3>
        <ul>
          <li>{t('forget.stays.figures')}</li>
          <li>{t('forget.stays.log')}</li>
          <li>{t('forget.stays.mark')}</li>
        </ul>
      </section>
    </div>
  );
}
