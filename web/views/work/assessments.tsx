import './work.css';
import './assessments.css';
import { AssessmentsPage } from '../../parts/assessments/assessments-page.tsx';
import { PlacePage } from '../../parts/assessments/place-page.tsx';
import { QuestionsPage } from '../../parts/assessments/questions-page.tsx';
import { ReportPage } from '../../parts/assessments/report-page.tsx';

/** The four Cs and the six standards: all schools, one, the questions, the sheets for the board. */
export default function Assessments({ id }: { id?: string }) {
  if (!id) return <AssessmentsPage />;
  if (id === 'report') return <ReportPage />;
  return id === 'questions' ? <QuestionsPage /> : <PlacePage key={id} id={id} />;
}
