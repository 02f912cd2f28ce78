import type { GoalArea, GoalTerm, StepState } from '../../core/opportunity-plan/plan-value.ts';
import type { ReferralState } from '../../core/referrals/referral-state.ts';

/** Where a story's referral goes, and how it went on: state, days ago, and who said so. */
export interface DemoReferral {
  term: string;
  wish: 'need' | 'interest';
  service: string;
  location: string;
  /** Days ago; without it the family has not agreed yet, and it is not sent. */
  sent?: number;
  turns?: readonly {
    to: ReferralState;
    ago: number;
    by: 'school' | 'partner';
    reason?: string;
    outcome?: string;
  }[];
}

export interface DemoStep {
  text: string;
  goal: number;
  helper: string;
  /** In so many days. */
  due: number;
  state: StepState;
  referral?: DemoReferral;
}

/** The plan of an invented student, and what has been asked of partners for it. */
export interface DemoPlan {
  localId: string;
  strengths: string;
  interests: string;
  goals: readonly { text: string; term: GoalTerm; area: GoalArea }[];
  steps: readonly DemoStep[];
  supporters: readonly { name: string; relation: string }[];
}

/** Between them a referral in each state that a newcomer meets: from not sent yet to done. */
export const DEMO_PLANS: readonly DemoPlan[] = [
  {
    localId: 'D-11350',
    strengths: 'I speak two languages. I help my little cousins with their homework.',
    interests: 'Drawing and dancing. I want to paint a wall one day.',
    goals: [
      { text: 'Read the board without moving to the front', term: 'short', area: 'health' },
      { text: 'Read a whole book in English by summer', term: 'long', area: 'academic' },
    ],
    steps: [
      {
        text: 'Have my eyes looked at and get glasses',
        goal: 0,
        helper: 'my mom',
        due: -4,
        state: 'under-way',
        referral: {
          term: 'vision-exams',
          wish: 'need',
          service: 'Free glasses for students',
          location: 'Cedar Hollow Church Hall',
          sent: 40,
          turns: [
            { to: 'received', ago: 39, by: 'partner' },
            { to: 'accepted', ago: 38, by: 'partner' },
            { to: 'in-progress', ago: 20, by: 'partner' },
            { to: 'completed', ago: 3, by: 'partner', outcome: 'helped' },
          ],
        },
      },
      {
        text: 'Go to the English class after school',
        goal: 1,
        helper: 'Ms. Delgado',
        due: 120,
        state: 'under-way',
        referral: {
          term: 'english-learners',
          wish: 'need',
          service: 'English for new students',
          location: 'Meadowlark County Schools',
          sent: 30,
          turns: [
            { to: 'accepted', ago: 26, by: 'partner' },
            { to: 'in-progress', ago: 18, by: 'school' },
          ],
        },
      },
      {
        text: 'Pick a book with the librarian',
        goal: 1,
        helper: 'the librarian',
        due: 10,
        state: 'not-started',
      },
    ],
    supporters: [
      { name: 'My mom', relation: 'mother' },
      { name: 'Ms. Delgado', relation: 'coordinator at school' },
    ],
  },
  {
    localId: 'D-11364',
    strengths: 'I am a good friend. I never give up in a game.',
    interests: 'Baseball and basketball, and how things are built.',
    goals: [{ text: 'Hand in my homework every week', term: 'short', area: 'academic' }],
    steps: [
      {
        text: 'Join the club that does homework first',
        goal: 0,
        helper: 'my brother',
        due: 14,
        state: 'not-started',
        referral: {
          term: 'homework-help',
          wish: 'need',
          service: 'After-School Club',
          location: 'Cedar Hollow Elementary',
          sent: 8,
          turns: [{ to: 'accepted', ago: 2, by: 'partner' }],
        },
      },
    ],
    supporters: [{ name: 'My brother', relation: 'brother' }],
  },
  {
    localId: 'D-11406',
    strengths: 'I am fast, and I make people laugh.',
    interests: 'Soccer first, then volleyball.',
    goals: [
      { text: 'Play on a real team', term: 'short', area: 'personal-social' },
      { text: 'Have warm clothes for the winter', term: 'short', area: 'health' },
    ],
    steps: [
      {
        text: 'Ask the soccer league for a place',
        goal: 0,
        helper: 'my dad',
        due: 20,
        state: 'under-way',
        referral: {
          term: 'soccer',
          wish: 'interest',
          service: 'Youth soccer league',
          location: 'Community ball field 4',
          sent: 3,
        },
      },
      {
        text: 'Try volleyball as well',
        goal: 0,
        helper: 'my dad',
        due: 30,
        state: 'not-started',
        referral: {
          term: 'volleyball',
          wish: 'interest',
          service: 'Youth volleyball and basketball leagues',
          location: 'Prairie Commons Family Center',
        },
      },
      {
        text: 'Find a winter coat',
        goal: 1,
        helper: 'Ms. Delgado',
        due: 7,
        state: 'under-way',
        referral: {
          term: 'clothing',
          wish: 'need',
          service: 'Closet on the Corner',
          location: 'Grace Prairie Lutheran Church',
          sent: 12,
          turns: [{ to: 'rejected', ago: 9, by: 'partner', reason: 'no-room' }],
        },
      },
    ],
    supporters: [{ name: 'My dad', relation: 'father' }],
  },
];
