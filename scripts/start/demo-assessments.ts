import { randomUUID } from 'node:crypto';
import type { Level } from '../../core/assessments/framework.ts';
import { standardQuestions } from '../../core/assessments/question-list.ts';
import { monthOf, schoolYearOf } from '../../core/schedule/school-year.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { insertGoal } from '../../server/assessments/goal-store.ts';
import { levelsIn, saveRating } from '../../server/assessments/rating-store.ts';
import type { Deps } from '../../server/deps.ts';

/** What the coordinator said last year and this year; what is not named is still to be rated. */
const RATED: readonly [question: string, before: Level, now: Level, evidence: string][] = [
  ['capacity-lead', 1, 3, 'The coordinator has two afternoons a week for partners since August.'],
  ['capacity-builds', 2, 2, 'The list of partners is from last spring.'],
  ['community-volunteers', 2, 3, 'Reading tutors come twice a week and had an evening of training.'],
  ['community-needs', 2, 2, 'Glasses and counseling are still missing.'],
  ['climate-known', 3, 3, 'Each student named an adult in the fall survey, except in two classes.'],
  ['cohesion-goals', 1, 2, 'Two of our partners have seen our goals.'],
  ['welcoming-door', 3, 4, 'Somebody who speaks Spanish is at the front desk all day.'],
  ['communicating-plain', 2, 3, 'News goes out in both languages; the phone line does not.'],
];

/** Two years of ratings for the demo's school, and a goal of its district, so that a newcomer sees figures move. */
export async function makeDemoAssessment(
  { db, rules, clock }: Deps,
  { districtId, schoolId }: { districtId: string; schoolId: string },
): Promise<void> {
  const coordinator = await accountStore(db).findByEmail('coordinator@demo.example');
  if (!coordinator || (await levelsIn(db, [schoolId])).length > 0) return;
  const at = clock().toISOString();
  const year = schoolYearOf(monthOf(at));
  const questions = standardQuestions(rules.assessments.frameworks);
  for (const [question, before, now, evidence] of RATED) {
    const { group, text } = questions.find(({ id }) => id === question)!;
    const rating = {
      placeId: schoolId,
      question,
      group,
      asked: text,
      number: 1,
      accountId: coordinator.id,
      at,
    };
    await saveRating(db, { ...rating, year: year - 1, level: before, evidence: '', figures: [] });
    await saveRating(db, { ...rating, year, level: now, evidence, figures: [] });
  }
  const on = { kind: 'group', id: 'community' } as const;
  const note = 'Our partners should cover what our students lack most.';
  await insertGoal(db, {
    id: randomUUID(),
    districtId,
    year,
    on,
    target: 3,
    note,
    version: 1,
    dropped: false,
  });
}
