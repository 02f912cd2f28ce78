import type { Role } from '../accounts/role.ts';

/**
 * How far a role reaches for an action:
 * everything · every record of its district (of all, if it names none) · its schools · its students, always or only
 * while it holds the rights over the record · its organizations (for a community leader who names none: all) ·
 * what belongs to the directory · what belongs to the account itself.
 */
export type Reach =
  | 'everything'
  | 'district'
  | 'schools'
  | 'students'
  | 'students-by-right'
  | 'organizations'
  | 'directory'
  | 'own';

/**
 * What is taken out of an answer that is open otherwise: figures about few students · a student's gender, income,
 * programs and attributes with all that follows from them · how to reach the people in a student's plan · what a student
 * said of how things go.
 */
export type Redaction = 'small-numbers' | 'circumstances' | 'contacts' | 'answers';

export interface Opening {
  reach: Reach;
  redact?: readonly Redaction[];
}

export interface ActionSpec {
  /** A reading leaves everything as it is; somebody who looks through another's eyes may do nothing else. */
  kind: 'read' | 'change';
  /** Open to the public. */
  public?: true;
  /** What everybody who is signed in reaches. */
  signedIn?: Reach;
  /** Of several openings of one role each is as good as another: only what all that reach redact is taken out. */
  roles?: Partial<Record<Role, Reach | Opening | readonly Opening[]>>;
  /** Its answer tells of students: each one is recorded (server/audit). */
  aboutStudents?: true;
}

const read = { kind: 'read' } as const;
const change = { kind: 'change' } as const;
const open = { ...read, public: true } as const;

/** Who leads, who looks after the students of a school, and who else works there. */
const leaders = { administrator: 'district', 'district-leader': 'district' } as const;
const carers = { administrator: 'district', coordinator: 'schools' } as const;
const school = { ...leaders, coordinator: 'schools', staff: 'schools' } as const;
/** Who has the rights over a record. */
const holders = { family: 'students-by-right', student: 'students-by-right' } as const;

/** Who may say whether what the directory says is right: whoever talks to partners, and partners of their own. */
const directoryKeepers = {
  administrator: 'everything',
  'district-leader': 'everything',
  coordinator: 'everything',
  'community-leader': 'organizations',
  partner: 'organizations',
} as const;

/** Who says how many places an offer has and when it is open. */
const offerers = {
  administrator: 'everything',
  'community-leader': 'organizations',
  partner: 'organizations',
} as const;

/** Who brings directories in from elsewhere. */
const importers = { administrator: 'everything', 'community-leader': 'everything' } as const;

/** Everything that can be done over HTTP, on the command line apart. A route names one; what is not here cannot be done. */
export const ACTIONS = {
  'service.health': open,
  'session.read': open,
  'session.begin': { ...change, public: true },
  'session.end': { ...read, public: true },
  /** One's own account, password, sessions. */
  'own-account.read': { ...read, signedIn: 'everything' },
  'own-account.change': { ...change, signedIn: 'everything' },
  /** What the link in a mail that says what waits does: whoever holds it stops these mails (server/digests). */
  'digests.look': open,
  'digests.stop': { ...change, public: true },
  /** What the address of one's own calendar opens: whoever knows it sees how much is due on which day. */
  'calendars.read': open,
  /** What waits for who asks: each domain answers by its own actions. */
  'home.read': { ...read, signedIn: 'everything' },
  /** Not to hear of something until tomorrow. */
  'home.put-off': { ...change, signedIn: 'everything' },
  /** Open also to who has yet to set one up before anything else opens; the handler asks who it is. */
  'second-factor.enrol': { ...change, public: true },
  /** To ask for a one-time link to a new password, and to use one: whoever holds it is whose account it is. */
  'own-account.recover': { ...change, public: true },
  /** What a link in a mail opens to a partner without an account: the link is what lets it in (server/referral-links). */
  'referral-links.look': open,
  'referral-links.answer': { ...change, public: true },
  'settings.read': open,
  'directory.read': open,
  /** The directory as a file: what it tells page by page. */
  'directory.export': open,
  'schools.read': open,
  'gaps.read': open,
  'co-location.read': open,
  /** What was asked for and not found: figures that are hidden where they are small, as those of gaps are. */
  'unmet.read': { ...read, signedIn: 'everything' },
  'gaps.run': { ...change, signedIn: 'everything' },
  'gaps.cancel': {
    ...change,
    signedIn: 'own',
    roles: { administrator: 'everything', 'district-leader': 'everything' },
  },
  /** Where something new should go: it tells of places and of figures that are public. */
  'siting.read': open,
  'siting.run': { ...change, signedIn: 'everything' },
  'siting.cancel': {
    ...change,
    signedIn: 'own',
    roles: { administrator: 'everything', 'district-leader': 'everything' },
  },
  /** Open by its address to whoever may see gaps; a list of what others think about is for those who are signed in. */
  'scenarios.read': open,
  'scenarios.list': { ...read, signedIn: 'everything' },
  'scenarios.edit': {
    ...change,
    signedIn: 'own',
    roles: { administrator: 'everything', 'district-leader': 'everything' },
  },
  'accounts.read': { ...read, roles: { administrator: 'district' } },
  'accounts.change': { ...change, roles: { administrator: 'district' } },
  'accounts.end-sessions': { ...change, roles: { administrator: 'district' } },
  'accounts.reset-factor': { ...change, roles: { administrator: 'district' } },
  'organizations.search': { ...read, roles: { administrator: 'everything' } },
  'accounts.view-as': { ...change, roles: { administrator: 'district' } },
  /** Keys by which other software asks. */
  'api-keys.read': { ...read, roles: { administrator: 'district' } },
  'api-keys.change': { ...change, roles: { administrator: 'district' } },
  /** Addresses of other programs that are told what has changed. */
  'webhooks.read': { ...read, roles: { administrator: 'district' } },
  'webhooks.change': { ...change, roles: { administrator: 'district' } },
  'capacity.change': { ...change, roles: offerers },
  /** When the services of an organization are open, place by place, and to say so. */
  'hours.read': { ...read, roles: offerers },
  'hours.change': { ...change, roles: offerers },
  /** That an organization gives its services no more, or again. */
  'organizations.close': {
    ...change,
    roles: { administrator: 'everything', 'community-leader': 'organizations' },
  },
  'imports.run': {
    ...change,
    roles: { administrator: 'district', 'community-leader': 'directory' },
  },
  /** What is twice in the directory: all of it, confidential places as well. */
  'duplicates.read': {
    ...read,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  'duplicates.run': {
    ...change,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  /** Merging two records, undoing it, and saying that two are two. */
  'duplicates.judge': {
    ...change,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  /** What is wrong in the directory and where it is put right. */
  'quality.read': {
    ...read,
    roles: {
      ...directoryKeepers,
      // A count of it is of all of the directory, and tells of no record.
      'community-leader': [{ reach: 'organizations' }, { reach: 'directory' }],
    },
  },
  /** To look at all of it anew. */
  'quality.run': {
    ...change,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  /** To have the points of addresses looked for, all over the directory. */
  'geocoding.read': {
    ...read,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  'geocoding.run': {
    ...change,
    roles: { administrator: 'everything', 'community-leader': 'directory' },
  },
  'imports.read': {
    ...read,
    roles: { administrator: 'district', 'community-leader': 'directory' },
  },
  /** Addresses from which the directory is brought, and what they bring. */
  'feeds.read': { ...read, roles: importers },
  'feeds.change': { ...change, roles: importers },
  'students.list': {
    ...read,
    aboutStudents: true,
    roles: school,
  },
  'student.read': {
    ...read,
    aboutStudents: true,
    roles: {
      ...carers,
      'district-leader': { reach: 'district', redact: ['circumstances'] },
      staff: { reach: 'schools', redact: ['circumstances'] },
      family: 'students-by-right',
      /** What the family earns is the family's to tell, until the student holds the rights. */
      student: [{ reach: 'students-by-right' }, { reach: 'students', redact: ['circumstances'] }],
    },
  },
  'student.change': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  'consents.read': {
    ...read,
    aboutStudents: true,
    roles: { ...leaders, coordinator: 'schools', family: 'students-by-right', student: 'students' },
  },
  /** Which end soon, for who can have them signed again. */
  'consents.ending': { ...read, aboutStudents: true, roles: { coordinator: 'schools', ...holders } },
  /** A student's plan is the student's own, at any age; the family's while it holds the rights. */
  'opportunity-plan.read': {
    ...read,
    aboutStudents: true,
    roles: {
      ...carers,
      staff: { reach: 'schools', redact: ['contacts'] },
      family: 'students-by-right',
      student: 'students',
    },
  },
  /** How far a step is: whoever works with the student may note it. */
  'opportunity-plan.progress': {
    ...change,
    aboutStudents: true,
    roles: { ...carers, staff: 'schools', family: 'students-by-right', student: 'students' },
  },
  /** The student's own words, goals and people. */
  'opportunity-plan.steer': {
    ...change,
    aboutStudents: true,
    roles: { ...carers, family: 'students-by-right', student: 'students' },
  },
  /** The steps themselves, which bind others. */
  'opportunity-plan.change': { ...change, aboutStudents: true, roles: carers },
  /** Who should have a plan and has none: it follows from circumstances. */
  'opportunity-plans.due': { ...read, aboutStudents: true, roles: carers },
  /** How many of a school should have one, as far as it may be told to anybody. */
  'opportunity-plans.share': { ...read, roles: school },
  /** Who is to be asked how things go this month. */
  'reviews.list': { ...read, aboutStudents: true, roles: { ...carers, staff: 'schools' } },
  /** What a student said of how things go: staff who have not asked themselves are told only that it was asked. */
  'reviews.read': {
    ...read,
    aboutStudents: true,
    roles: {
      ...carers,
      staff: { reach: 'schools', redact: ['answers'] },
      family: 'students-by-right',
      student: 'students',
    },
  },
  /** To answer, or to write down what a student answers. */
  'reviews.answer': {
    ...change,
    aboutStudents: true,
    roles: { ...carers, staff: 'schools', family: 'students-by-right', student: 'students' },
  },
  /** To say what was done for a student who is doing worse. */
  'reviews.follow': { ...change, aboutStudents: true, roles: carers },
  /** A meeting about a student: what was talked about, decided and agreed. */
  'conferences.read': {
    ...read,
    aboutStudents: true,
    roles: { ...carers, family: 'students-by-right', student: 'students' },
  },
  /** To plan one, to write in it, and to make what was agreed steps of the plan. */
  'conferences.hold': { ...change, aboutStudents: true, roles: carers },
  /** To sign by one's own right, or to record what was signed on paper. */
  'consents.give': {
    ...change,
    aboutStudents: true,
    roles: { ...carers, ...holders },
  },
  /** To write down for the school what somebody else has signed. */
  'consents.record': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  'consents.withdraw': {
    ...change,
    aboutStudents: true,
    roles: { ...carers, ...holders },
  },
  'disclosures.send': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  /** That something was shared and until when: it tells of no student. */
  'disclosures.list': { ...read, roles: { partner: 'organizations' } },
  'disclosures.read': { ...read, aboutStudents: true, roles: { partner: 'organizations' } },
  'disclosures.confirm': { ...change, roles: { partner: 'organizations' } },
  /** What is asked of partners for a student, and what came of it. */
  'referrals.read': {
    ...read,
    aboutStudents: true,
    roles: { ...school, family: 'students-by-right', student: 'students' },
  },
  'referrals.list': {
    ...read,
    aboutStudents: true,
    roles: { ...leaders, coordinator: 'schools' },
  },
  'referrals.make': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  'referrals.turn': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  /** To take a partner's link along: it opens what consents let the partner know. */
  'referrals.hand-over': {
    ...change,
    aboutStudents: true,
    roles: carers,
  },
  /** That a partner is asked for something: it tells of no student. */
  'partner-referrals.list': { ...read, roles: { partner: 'organizations' } },
  'partner-referrals.read': { ...read, aboutStudents: true, roles: { partner: 'organizations' } },
  'partner-referrals.turn': { ...change, aboutStudents: true, roles: { partner: 'organizations' } },
  /** A file to take along, without names and numbers. */
  'students.export': {
    ...read,
    aboutStudents: true,
    roles: carers,
  },
  /** Takes the student out of everything for good. */
  'student.forget': { ...change, aboutStudents: true, roles: { administrator: 'district' } },
  'forgotten-students.lift': { ...change, roles: { administrator: 'district' } },
  /** What was deleted when: numbers only. */
  'retention.read': { ...read, roles: { administrator: 'everything' } },
  /** Who has seen, changed and received a student's record: the family's and the eligible student's right (99.32). */
  'access-record.read': {
    ...read,
    aboutStudents: true,
    roles: { ...carers, ...holders },
  },
  'audit.search': { ...read, aboutStudents: true, roles: { administrator: 'district' } },
  'school-needs.read': {
    ...read,
    roles: { ...school, staff: { reach: 'schools', redact: ['small-numbers'] } },
  },
  /** Questions to pick from: the same for everybody. */
  'survey-bank.read': { ...read, signedIn: 'everything' },
  /** What is asked, the codes to answer by, and results as they may be told. */
  'surveys.read': { ...read, roles: school },
  'surveys.edit': { ...change, roles: { ...leaders, coordinator: 'schools' } },
  /** To type in what was answered on paper. */
  'surveys.enter': { ...change, roles: school },
  /** What people wrote in their own words. */
  'surveys.texts': { ...read, roles: { ...leaders, coordinator: 'schools' } },
  /** Who asked by name that a student's needs be written down: which student is not known yet. */
  'survey-names.read': { ...read, roles: carers },
  /** To write them down. */
  'survey-names.settle': { ...change, aboutStudents: true, roles: carers },
  /** To leave them, and forget who asked. */
  'survey-names.leave': { ...change, roles: carers },
  /** To see a school's questions by its code, and to answer them. */
  'survey.look': open,
  'survey.answer': { ...change, public: true },
  'matches.run': {
    ...change,
    roles: { ...leaders, coordinator: 'schools' },
  },
  /** How much each factor counts: whoever may read matches may know by what they are ordered. */
  'weights.read': {
    ...read,
    roles: {
      administrator: 'everything',
      'district-leader': 'everything',
      coordinator: 'everything',
      staff: 'everything',
      family: 'everything',
      student: 'everything',
    },
  },
  'weights.change': { ...change, roles: leaders },
  /** On which days a district's schools are closed, and who should have an opportunity plan there. */
  'district-rules.read': {
    ...read,
    roles: {
      administrator: 'everything',
      'district-leader': 'everything',
      coordinator: 'everything',
      staff: 'everything',
    },
  },
  'district-rules.change': { ...change, roles: leaders },
  /** About how many students rules would concern: a band of the district. */
  'district-rules.preview': { ...read, roles: leaders },
  'match-runs.read': {
    ...read,
    roles: { ...leaders, coordinator: 'schools' },
  },
  'plans.run': {
    ...change,
    roles: { ...leaders, coordinator: 'schools' },
  },
  /** That there is a plan, and its figures; of one of the district those of the own schools. */
  'plan-runs.read': {
    ...read,
    roles: { ...leaders, coordinator: 'schools' },
  },
  'plans.read': {
    ...read,
    aboutStudents: true,
    roles: { ...leaders, coordinator: 'schools' },
  },
  'plans.decide': {
    ...change,
    aboutStudents: true,
    roles: { ...leaders, coordinator: 'schools' },
  },
  /** With whom there is an agreement and about what; the partner reads its own. It tells of no student. */
  'agreements.read': {
    ...read,
    roles: { ...leaders, coordinator: 'schools', partner: 'organizations' },
  },
  /** The file of a paper. */
  'papers.open': {
    ...read,
    roles: { ...leaders, coordinator: 'schools', partner: 'organizations' },
  },
  /** To make, change, sign, end and renew one, to write down what has come, and to check papers. */
  'agreements.change': { ...change, roles: { ...leaders, coordinator: 'schools' } },
  /** To hand in the facts of a paper. */
  'agreements.hand-in': {
    ...change,
    roles: { ...leaders, coordinator: 'schools', partner: 'organizations' },
  },
  /** What a district asks of partners before they are matched. */
  'approvals.read': { ...read, roles: { ...leaders, coordinator: 'schools', staff: 'schools' } },
  'approvals.change': { ...change, roles: leaders },
  /** Where a school or a district stands in the four Cs and the six standards: it tells of no student. */
  'assessments.read': { ...read, roles: school },
  /** To rate questions and to say what is to be done. */
  'assessments.rate': { ...change, roles: { ...leaders, coordinator: 'schools' } },
  /** To set goals for the schools of a district and to choose what they are asked. */
  'assessments.lead': { ...change, roles: leaders },
  /** What of the directory is to be verified next, and what people say is wrong with it. */
  'verification.read': { ...read, roles: directoryKeepers },
  'verification.change': { ...change, roles: directoryKeepers },
  /** What each field of the directory says, since when, and who corrected it; and to correct it. */
  'corrections.read': { ...read, roles: directoryKeepers },
  'corrections.change': { ...change, roles: directoryKeepers },
  /** The same of records that tell where a place is that must not be found. */
  'corrections.secret': { ...read, roles: offerers },
  /** To let more be known of a place than before. */
  'corrections.reveal': { ...change, roles: { administrator: 'everything' } },
  /** To say that something in the directory is wrong, and to see what became of it. */
  'suggestions.give': { ...change, public: true },
} as const satisfies Record<string, ActionSpec>;

export type Action = keyof typeof ACTIONS;

export function actionSpec(action: Action): ActionSpec {
  return ACTIONS[action];
}
