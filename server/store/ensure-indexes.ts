import { type Connection, mongo } from 'mongoose';
import { accountCollections } from '../accounts/account-collection.ts';
import { agreementCollections } from '../agreements/agreement-collections.ts';
import { apiKeyCollections } from '../api-keys/api-key-collection.ts';
import { assessmentCollections } from '../assessments/assessment-collections.ts';
import { auditCollections } from '../audit/audit-collections.ts';
import { calendarCollections } from '../calendars/calendar-key-collection.ts';
import { conferenceCollections } from '../conferences/conference-collections.ts';
import { consentCollections } from '../consents/consent-collection.ts';
import { correctionCollections } from '../corrections/correction-collection.ts';
import { demandCollections } from '../demand/demand-collections.ts';
import { digestCollections } from '../digests/digest-collection.ts';
import { directoryCollections } from '../directory/directory-collections.ts';
import { disclosureCollections } from '../disclosures/disclosure-collection.ts';
import { districtRulesCollections } from '../district-rules/district-rules-collections.ts';
import { duplicateCollections } from '../duplicates/duplicate-collections.ts';
import { feedCollections } from '../feeds/feed-collections.ts';
import { gapCollections } from '../gaps/gap-collection.ts';
import { geocodingCollections } from '../geocoding/geocoding-collections.ts';
import { homeCollections } from '../home/put-off-collection.ts';
import { importCollections } from '../imports/import-collections.ts';
import { jobCollections } from '../jobs/job-collection.ts';
import { linkCollections } from '../links/link-collection.ts';
import { mailCollections } from '../mail/mail-collection.ts';
import { matchCollections } from '../matches/match-collections.ts';
import { oidcCollections } from '../oidc/oidc-collections.ts';
import { opportunityPlanCollections } from '../opportunity-plans/opportunity-plan-collections.ts';
import { planCollections } from '../plans/plan-collections.ts';
import { privacyCollections } from '../privacy/student-count-collection.ts';
import { qualityCollections } from '../quality/quality-collections.ts';
import { referralLinkCollections } from '../referral-links/referral-link-collection.ts';
import { referralCollections } from '../referrals/referral-collection.ts';
import { retentionCollections } from '../retention/retention-collection.ts';
import { reviewCollections } from '../reviews/review-collections.ts';
import { schoolCollections } from '../schools/school-collection.ts';
import { settingsCollections } from '../settings/district-collection.ts';
import { sitingCollections } from '../siting/siting-collection.ts';
import { studentCollections } from '../students/student-collection.ts';
import { suggestionCollections } from '../suggestions/suggestion-collection.ts';
import { surveyCollections } from '../surveys/survey-collections.ts';
import { travelCollections } from '../travel/kept/travel-collections.ts';
import { unmetCollections } from '../unmet/unmet-collections.ts';
import { verificationCollections } from '../verification/verification-collection.ts';
import { webhookCollections } from '../webhooks/webhook-collections.ts';
import { weightsCollections } from '../weights/weights-collection.ts';
import { whatIfCollections } from '../what-if/scenario-collection.ts';
import { type CollectionSpec, model } from './collection.ts';

export const allCollections: readonly CollectionSpec[] = [
  ...accountCollections,
  ...agreementCollections,
  ...apiKeyCollections,
  ...assessmentCollections,
  ...auditCollections,
  ...conferenceCollections,
  ...calendarCollections,
  ...consentCollections,
  ...correctionCollections,
  ...demandCollections,
  ...digestCollections,
  ...directoryCollections,
  ...districtRulesCollections,
  ...disclosureCollections,
  ...feedCollections,
  ...duplicateCollections,
  ...gapCollections,
  ...geocodingCollections,
  ...homeCollections,
  ...importCollections,
  ...jobCollections,
  ...linkCollections,
  ...mailCollections,
  ...matchCollections,
  ...oidcCollections,
  ...opportunityPlanCollections,
  ...planCollections,
  ...privacyCollections,
  ...qualityCollections,
  ...referralLinkCollections,
  ...referralCollections,
  ...retentionCollections,
  ...reviewCollections,
  ...schoolCollections,
  ...settingsCollections,
  ...sitingCollections,
  ...studentCollections,
  ...surveyCollections,
  ...suggestionCollections,
  ...travelCollections,
  ...unmetCollections,
  ...verificationCollections,
  ...webhookCollections,
  ...weightsCollections,
  ...whatIfCollections,
];

/** Creates the collections and indexes that are missing, and drops those that are not asked any more. A second time is quick and changes nothing. */
export async function ensureIndexes(db: Connection): Promise<void> {
  for (const spec of allCollections) {
    const collection = model(db, spec);
    await collection.createCollection();
    await collection.createIndexes();
    for (const name of spec.former ?? []) await dropIndex(db, spec.name, name);
  }
}

/** Where it is not there, nothing is to be done. */
async function dropIndex(db: Connection, collection: string, name: string): Promise<void> {
  try {
    await db.collection(collection).dropIndex(name);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError && error.code === INDEX_NOT_FOUND)) throw error;
  }
}

const INDEX_NOT_FOUND = 27;
