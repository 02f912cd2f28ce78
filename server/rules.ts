import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AccessRules } from '../core/access/access-rules.ts';
import { AgreementRules, type DocumentKind, DocumentKinds } from '../core/agreements/agreement-rules.ts';
import { type AssessmentRules, Frameworks, Levels } from '../core/assessments/framework.ts';
import { Reason } from '../core/audit/reason.ts';
import { CoLocationRules, type TermPair, TermPairs } from '../core/co-location/co-location-rules.ts';
import { ConsentForm } from '../core/consents/consent-form.ts';
import { DuplicateRules } from '../core/duplicates/duplicate-rules.ts';
import {
  AttributeWords,
  type EligibilityWords,
  ProgramWords,
} from '../core/eligibility/eligibility-words.ts';
import { MatchingRules } from '../core/matching/match.ts';
import { PlanRules, unknownSigns } from '../core/opportunity-plan/should-have-plan.ts';
import { type Grouping, Groupings } from '../core/placement/grouping.ts';
import { PlacementRules } from '../core/placement/places.ts';
import { QualityRules } from '../core/quality/quality-rules.ts';
import { ReminderRules } from '../core/referrals/next-reminder.ts';
import { ReferralOutcomes, ReferralReasons, type ReferralRules } from '../core/referrals/referral-rules.ts';
import { type RetentionPeriod, RetentionPeriods } from '../core/retention/period.ts';
import { ReviewQuestions } from '../core/reviews/review-questions.ts';
import { ReviewRules } from '../core/reviews/review-rules.ts';
import { QuestionBank } from '../core/surveys/question-bank.ts';
import { Crosswalk } from '../core/taxonomy/crosswalk.ts';
import { parseTaxonomy, type Taxonomy } from '../core/taxonomy/taxonomy.ts';
import { TravelRules } from '../core/travel/travel.ts';
import { VerificationRules } from '../core/verification/verification-rules.ts';

/** What people edit in data/, parsed once at start: a mistake there stops the start with its place. */
export interface Rules {
  taxonomy: Taxonomy;
  travel: TravelRules;
  matching: MatchingRules;
  placement: PlacementRules;
  access: AccessRules;
  /** Programs and attributes by which services choose whom they take. */
  eligibility: EligibilityWords;
  /** From foreign taxonomies to ours, by file name. */
  crosswalks: readonly Crosswalk[];
  /** Words that passwords are most often made of, in small letters. */
  frequentPasswords: ReadonlySet<string>;
  /** Every version of the form by which families agree to sharing; the highest is used from now on. */
  consentForms: readonly ConsentForm[];
  /** Why a record may be seen, changed or handed on. */
  reasons: readonly Reason[];
  /** How long each kind of record is kept. */
  retention: readonly RetentionPeriod[];
  /** Between whom a placement plan is looked at, and can be made, fair. */
  groupings: readonly Grouping[];
  coLocation: CoLocationRules;
  /** Who should have an opportunity plan. */
  opportunityPlan: PlanRules;
  /** What speaks for and against two records' being the same. */
  duplicates: DuplicateRules;
  /** What is odd in the directory. */
  quality: QualityRules;
  /** Kinds of help that the same family is often in need of. */
  termPairs: readonly TermPair[];
  /** When partners are reminded of referrals that wait for an answer. */
  reminders: ReminderRules;
  /** Why referrals end, and what comes of them. */
  referrals: ReferralRules;
  agreements: AgreementRules;
  /** Papers that schools ask of partners. */
  documents: readonly DocumentKind[];
  /** Questions for surveys, by whom they ask. */
  surveyBank: readonly QuestionBank[];
  verification: VerificationRules;
  /** When students are asked how they are, and what makes somebody look. */
  reviews: ReviewRules;
  reviewQuestions: ReviewQuestions;
  /** Guiding questions of the four Cs and the six standards, with the words of the levels. */
  assessments: AssessmentRules;
}

const FrequentPasswords = z.strictObject({
  source: z.string(),
  words: z.array(z.string().regex(/^[a-z]+$/)),
});

const dataDir = new URL('../data/', import.meta.url);

export async function readRules(): Promise<Rules> {
  const [
    taxonomy,
    travel,
    matching,
    placement,
    access,
    programs,
    attributes,
    crosswalks,
    consentForms,
    reasons,
    frequentPasswords,
    retention,
    groupings,
    coLocation,
    termPairs,
    reminders,
    referrals,
    agreements,
    documents,
    opportunityPlan,
    surveyBank,
    verification,
    reviews,
    reviewQuestions,
    assessments,
    duplicates,
    quality,
  ] = await Promise.all([
    readData('taxonomy/whole-child.json', parseTaxonomy),
    readData('travel/modes.json', (json) => TravelRules.parse(json)),
    readData('matching/rules.json', (json) => MatchingRules.parse(json)),
    readData('placement/rules.json', (json) => PlacementRules.parse(json)),
    readData('access/rules.json', (json) => AccessRules.parse(json)),
    readData('eligibility/programs.json', (json) => ProgramWords.parse(json)),
    readData('eligibility/attributes.json', (json) => AttributeWords.parse(json)),
    readFolder('crosswalks', (json) => Crosswalk.parse(json)),
    readFolder('consents', (json) => ConsentForm.parse(json)),
    readData('audit/reasons.json', (json) => z.array(Reason).parse(json)),
    readData('passwords/frequent.json', (json) => new Set(FrequentPasswords.parse(json).words)),
    readData('retention/periods.json', (json) => RetentionPeriods.parse(json)),
    readData('placement/groups.json', (json) => Groupings.parse(json)),
    readData('co-location/rules.json', (json) => CoLocationRules.parse(json)),
    readData('co-location/pairs.json', (json) => TermPairs.parse(json)),
    readData('referrals/calendar.json', (json) => ReminderRules.parse(json)),
    readReferralRules(),
    readData('agreements/rules.json', (json) => AgreementRules.parse(json)),
    readData('agreements/documents.json', (json) => DocumentKinds.parse(json)),
    readData('opportunity-plans/rules.json', (json) => PlanRules.parse(json)),
    readFolder('surveys', (json) => QuestionBank.parse(json)),
    readData('verification/rules.json', (json) => VerificationRules.parse(json)),
    readData('reviews/rules.json', (json) => ReviewRules.parse(json)),
    readData('reviews/questions.json', (json) => ReviewQuestions.parse(json)),
    readAssessmentRules(),
    readData('duplicates/rules.json', (json) => DuplicateRules.parse(json)),
    readData('quality/rules.json', (json) => QualityRules.parse(json)),
  ]);
  refuseUnknownTerms(taxonomy, 'quality', quality.dayAndNight);
  refuseUnknownTerms(
    taxonomy,
    'crosswalks',
    crosswalks.flatMap(({ terms }) => terms.flatMap(({ to }) => to)),
  );
  refuseUnknownTerms(
    taxonomy,
    'co-location',
    termPairs.flatMap(({ terms }) => terms),
  );
  const signs = unknownSigns(opportunityPlan, attributes);
  if (signs.length > 0)
    throw new Error(`data/opportunity-plans/rules.json names what no student has: ${signs.join(', ')}`);
  refuseUnknownTerms(
    taxonomy,
    'surveys',
    surveyBank.flatMap(({ questions }) =>
      questions.flatMap((question) => (question.kind === 'needs' ? question.terms : [])),
    ),
  );
  const eligibility = { programs, attributes };
  return {
    taxonomy,
    travel,
    matching,
    placement,
    access,
    eligibility,
    crosswalks,
    consentForms,
    reasons,
    frequentPasswords,
    retention,
    groupings,
    coLocation,
    termPairs,
    reminders,
    referrals,
    agreements,
    documents,
    opportunityPlan,
    surveyBank,
    verification,
    reviews,
    reviewQuestions,
    assessments,
    duplicates,
    quality,
  };
}

async function readReferralRules(): Promise<ReferralRules> {
  const [reasons, outcomes] = await Promise.all([
    readData('referrals/reasons.json', (json) => ReferralReasons.parse(json)),
    readData('referrals/outcomes.json', (json) => ReferralOutcomes.parse(json)),
  ]);
  return { reasons, outcomes };
}

async function readAssessmentRules(): Promise<AssessmentRules> {
  const read = (file: string) => readData(`assessments/${file}.json`, (json) => json);
  const [levels, ...frameworks] = await Promise.all([
    readData('assessments/levels.json', (json) => Levels.parse(json)),
    read('four-cs'),
    read('six-standards'),
  ]);
  return { levels, frameworks: Frameworks.parse(frameworks) };
}

async function readFolder<T>(folder: string, parse: (json: unknown) => T): Promise<T[]> {
  const files = (await readdir(new URL(`${folder}/`, dataDir)))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Promise.all(files.map((name) => readData(`${folder}/${name}`, parse)));
}

function refuseUnknownTerms(taxonomy: Taxonomy, folder: string, terms: readonly string[]): void {
  const unknown = terms.filter((id) => !taxonomy.get(id));
  if (unknown.length > 0)
    throw new Error(`data/${folder} names terms that are not ours: ${[...new Set(unknown)].join(', ')}`);
}

/** Parses one file of data/; an error names the file. */
export async function readData<T>(path: string, parse: (json: unknown) => T): Promise<T> {
  const text = await readFile(new URL(path, dataDir), 'utf8');
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`data/${path} is not right: ${error instanceof Error ? error.message : error}`);
  }
}
