import { fitSheet } from '../../../core/opportunity-plan/fit-sheet.ts';
import { usePlanOnScreen } from './plan-context.tsx';

/** The plan on one page of paper: the student's own words, goals, steps and people. */
export function PlanSheet() {
  const { page, plan: whole, words } = usePlanOnScreen();
  const { t, say, day } = words;
  const { plan, points, stepsLeft, cut } = fitSheet(whole);
  const { student } = page;
  /** Steps name their goal by its place in the list. */
  const numberOf = (goal: string | undefined) => {
    const place = plan.goals.findIndex(({ id }) => id === goal);
    return place < 0 ? '' : ` (${place + 1})`;
  };
  const notes = [stepsLeft > 0 && t('sheet.left', { n: stepsLeft }), cut && t('sheet.cut')].filter(Boolean);
  return (
    <div class="print-only plan-sheet" style={{ fontSize: `${points}pt` }}>
      <p class="plan-sheet-title">{t('titleOf', { name: student.name ?? student.number })}</p>
      <p>{[student.school, say.grade(student.grade)].filter(Boolean).join(' · ')}</p>
      {(['strengths', 'interests'] as const).map((part) => (
        <div key={part}>
          <h2>{t(part)}</h2>
          <p class="plan-text">{plan[part]}</p>
        </div>
      ))}
      <h2>{t('goals')}</h2>
      <ol>
        {plan.goals.map(({ id, text, area, term }) => (
          <li key={id}>
            {text} ({t(`area.${area}`)}, {t(`term.${term}`)})
          </li>
        ))}
      </ol>
      <h2>{t('steps')}</h2>
      <table>
        <thead>
          <tr>
            {(['step', 'helper', 'by', 'state'] as const).map((part) => (
              <th key={part} scope="col">
                {t(`part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.steps.map(({ id, text, goal, helper, by, state }) => (
            <tr key={id}>
              <td>
                {text}
                {numberOf(goal)}
              </td>
              <td>{helper}</td>
              <td>{by && day(by)}</td>
              <td>{t(`state.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('supporters')}</h2>
      <table>
        <tbody>
          {plan.supporters.map(({ id, name, relation, contact }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{relation}</td>
              <td>{contact}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{[t('sheet.date', { date: say.date(new Date().toISOString()) }), ...notes].join(' ')}</p>
    </div>
  );
}
