import type { RetainedKind } from '../../core/retention/period.ts';
import { sessionCollection } from '../accounts/account-collection.ts';
import { conferences } from '../conferences/conference-collections.ts';
import { linkCollection } from '../links/link-collection.ts';
import { placements } from '../plans/plan-collections.ts';
import { referralLinks } from '../referral-links/referral-link-collection.ts';
import { referrals } from '../referrals/referral-collection.ts';
import { reviews } from '../reviews/review-collections.ts';
import { suggestions } from '../suggestions/suggestion-collection.ts';
import { surveyAnswers } from '../surveys/survey-collections.ts';
import { webhookDeliveries, webhooks } from '../webhooks/webhook-collections.ts';
import { retentionReports } from './retention-collection.ts';
import { type Sweep, sweepBoth } from './sweep.ts';
import { sweepExpired } from './sweep-expired.ts';
import { sweepFeedFiles } from './sweep-feed-files.ts';
import { sweepStaging, sweepUploads } from './sweep-imports.ts';
import { sweepFindings, sweepJobs } from './sweep-jobs.ts';
import { sweepPaperFiles } from './sweep-paper-files.ts';
import { sweepMatches, sweepStudents } from './sweep-students.ts';
import { sweepSurveyNames } from './sweep-survey-names.ts';
import { sweepTravelTimes } from './sweep-travel-times.ts';
import { sweepUnmet } from './sweep-unmet.ts';

/** How each kind is cleared, in this order: students before the matches that they leave. */
export const SWEEPS: Record<RetainedKind, Sweep> = {
  uploads: sweepUploads,
  'import-staging': sweepStaging,
  'import-findings': sweepFindings,
  imports: sweepJobs('import'),
  'feed-files': sweepFeedFiles,
  'webhook-deliveries': sweepBoth(
    sweepExpired(webhookDeliveries.name, 'at', 'text'),
    sweepExpired(webhooks.name, 'removedAt', 'text'),
  ),
  'match-runs': sweepJobs('match'),
  'gap-runs': sweepJobs('gaps'),
  'siting-runs': sweepJobs('siting'),
  'duplicate-runs': sweepJobs('duplicates'),
  'quality-runs': sweepJobs('quality'),
  'geocode-runs': sweepJobs('geocode'),
  'travel-times': sweepTravelTimes,
  plans: sweepJobs('plan'),
  placements: sweepExpired(placements.name, 'at', 'text'),
  referrals: sweepExpired(referrals.name, 'stateAt', 'text'),
  reviews: sweepExpired(reviews.name, 'at', 'text'),
  conferences: sweepExpired(conferences.name, 'day', 'text'),
  students: sweepStudents,
  'matches-without-student': sweepMatches,
  'unmet-notes': sweepUnmet,
  'survey-names': sweepSurveyNames,
  'survey-answers': sweepExpired(surveyAnswers.name, 'day', 'text'),
  suggestions: sweepExpired(suggestions.name, 'at', 'text'),
  'paper-files': sweepPaperFiles,
  sessions: sweepExpired(sessionCollection.name, 'expires'),
  'one-time-links': sweepBoth(
    sweepExpired(linkCollection.name, 'expiresAt'),
    sweepExpired(referralLinks.name, 'expiresAt'),
  ),
  'retention-reports': sweepExpired(retentionReports.name, 'startedAt', 'text'),
};
