import type { EligibleNeed } from '../../core/matching/eligible-offers.ts';
import type { PlanRow } from '../../core/placement/plan.ts';
import type { Student } from '../../core/students/student.ts';
import { TRAVEL_MODES, type TravelMode } from '../../core/travel/travel.ts';
import { growing } from './growing.ts';

/** A need of a student as a plan knows it. */
export type PlanNeed = Pick<Student, 'localId' | 'schoolId' | 'grade' | 'languages'> & {
  studentId: string;
  term: string;
  urgency: PlanRow['urgency'];
};

/**
 * All needs of a plan with all that each could take, one student after another. The choices of need n are first[n] to
 * first[n + 1] − 1. Sixteen bytes a choice: a district has millions.
 */
export interface PlanNeeds {
  needs: PlanNeed[];
  first: Uint32Array;
  /** Per choice: the offer's position, and the score as a whole number, 0 to 10,000. */
  offer: Uint32Array;
  score: Int32Array;
  /** How one gets there. */
  wayOf(choice: number): { minutes: number; mode: TravelMode; from: 'school' | 'home' };
}

const FROM = ['school', 'home'] as const;

export function collectNeeds() {
  const needs: PlanNeed[] = [];
  const first = growing(Uint32Array);
  const offer = growing(Uint32Array);
  const score = growing(Int32Array);
  /** Tenths of minutes: as exact as they are shown. */
  const tenths = growing(Uint32Array);
  const how = growing(Uint8Array);
  first.push(0);
  return {
    add(student: Student, eligible: readonly EligibleNeed[]): void {
      const { id: studentId, localId, schoolId, grade, languages } = student;
      for (const { term, urgency, offers } of eligible) {
        needs.push({
          studentId,
          localId,
          schoolId,
          grade,
          languages,
          term,
          urgency: urgency as PlanRow['urgency'],
        });
        for (const one of offers) {
          offer.push(one.offer);
          score.push(one.score);
          tenths.push(Math.round(one.minutes * 10));
          how.push(TRAVEL_MODES.indexOf(one.mode) * 2 + FROM.indexOf(one.from));
        }
        first.push(offer.length());
      }
    },
    all(): PlanNeeds {
      const [minutes, ways] = [tenths.all(), how.all()];
      return {
        needs,
        first: first.all(),
        offer: offer.all(),
        score: score.all(),
        wayOf: (choice) => ({
          minutes: minutes[choice]! / 10,
          mode: TRAVEL_MODES[ways[choice]! >> 1]!,
          from: FROM[ways[choice]! & 1]!,
        }),
      };
    },
  };
}
