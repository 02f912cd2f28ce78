import './work.css';
import './student.css';
import './matching.css';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { loadWeights, type WeightsPage } from '../../api/matching.ts';
import { loadStudent } from '../../api/students.ts';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { ExampleOrder } from '../../parts/matching/example-order.tsx';
import { StudentPicker } from '../../parts/matching/student-picker.tsx';
import { useMatching } from '../../parts/matching/use-matching.ts';
import { WeightSliders } from '../../parts/matching/weight-sliders.tsx';
import { WeightsForm } from '../../parts/matching/weights-form.tsx';
import { WeightsHistory } from '../../parts/matching/weights-history.tsx';
import { mayChangeWeights } from '../../parts/work/may.ts';
import { useSession } from '../../state/session.tsx';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

const KEY = 'matching-weights';

/** How much each factor counts: tried on one student at once, saved by who leads the district. `id` is the student's. */
export default function WeightsView({ id }: { id?: string }) {
  const { m } = useMatching();
  useTitle(m('weights.title'));
  const loaded = useLoaded(KEY, loadWeights, { keepLast: true });
  return (
    <LoadedPage loaded={loaded}>
      {(page) => <Weights page={page} studentId={id} reload={loaded.reload} />}
    </LoadedPage>
  );
}

interface WeightsProps {
  page: WeightsPage;
  studentId: string | undefined;
  reload(): void;
}

function Weights({ page, studentId, reload }: WeightsProps) {
  const { m } = useMatching();
  const session = useSession();
  const [newest] = page.versions;
  const { weights, travelHalfMinutes } = newest ?? page.standard;
  const saved = useMemo(() => ({ weights, travelHalfMinutes }), [page]);
  const [changed, setChanged] = useState<Weighting | null>(null);
  const draft = changed ?? saved;
  return (
    <div class="page weights">
      <header class="page-head">
        <div>
          <h1>{m('weights.title')}</h1>
          <p class="muted">{m('weights.lead')}</p>
        </div>
      </header>
      <div class="weights-both">
        <section class="stack-tight" aria-label={m('weights.title')}>
          <WeightSliders weighting={draft} onChange={setChanged} />
          <WeightsForm
            page={page}
            saved={saved}
            draft={draft}
            maySave={mayChangeWeights(session.account?.grants ?? [], page.districtId)}
            onReset={() => setChanged(null)}
            onChanged={(next) => {
              if (next) {
                keepReply(KEY, next);
                setChanged(null);
              }
              reload();
            }}
          />
        </section>
        <Example studentId={studentId} saved={saved} draft={draft} />
      </div>
      <WeightsHistory page={page} onUse={setChanged} />
    </div>
  );
}

function Example({
  studentId,
  ...weightings
}: {
  studentId?: string | undefined;
  saved: Weighting;
  draft: Weighting;
}) {
  const { m } = useMatching();
  const { route } = useLocation();
  const session = useSession();
  const maySearch = session.has('administrator', 'district-leader', 'coordinator', 'staff');
  return (
    <section class="weights-example stack-tight" aria-labelledby="weights-example">
      <h2 id="weights-example">{m('weights.example')}</h2>
      {studentId ? (
        <>
          <ExampleName studentId={studentId} />
          <ExampleOrder key={studentId} studentId={studentId} {...weightings} />
        </>
      ) : (
        <p>{m('weights.exampleLead')}</p>
      )}
      {maySearch && <StudentPicker onPick={({ id }) => route(`/weights/${id}`)} />}
    </section>
  );
}

/** Whose places these are, with the way back. */
function ExampleName({ studentId }: { studentId: string }) {
  const { t } = useMatching();
  const page = useLoaded(`student ${studentId}`, (signal) => loadStudent(studentId, signal));
  const { student } = page.data ?? {};
  if (!student) return null;
  return (
    <p>
      <a href={`/students/${studentId}`}>{t('student.title', { id: student.localId })}</a>
    </p>
  );
}
