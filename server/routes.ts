import { accountRoutes } from './accounts/account-routes.ts';
import { sessionRoutes } from './accounts/session-routes.ts';
import { agreementRoutes } from './agreements/agreement-routes.ts';
import { apiKeyRoutes } from './api-keys/api-key-routes.ts';
import { assessmentRoutes } from './assessments/assessment-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { calendarRoutes } from './calendars/calendar-routes.ts';
import { coLocationRoutes } from './co-location/co-location-routes.ts';
import { conferenceRoutes } from './conferences/conference-routes.ts';
import { consentRoutes } from './consents/consent-routes.ts';
import { correctionRoutes } from './corrections/correction-routes.ts';
import { proposalRoutes } from './corrections/proposal-routes.ts';
import { demandRoutes } from './demand/demand-routes.ts';
import type { Deps } from './deps.ts';
import { digestRoutes } from './digests/digest-routes.ts';
import { directoryRoutes } from './directory/directory-routes.ts';
import { disclosureRoutes } from './disclosures/disclosure-routes.ts';
import { districtRulesRoutes } from './district-rules/district-rules-routes.ts';
import { duplicateRoutes } from './duplicates/duplicate-routes.ts';
import { directoryExportRoutes } from './exports/export-routes.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { gapRoutes } from './gaps/gap-routes.ts';
import { geocodeRoutes } from './geocoding/geocode-routes.ts';
import { pointRoutes } from './geocoding/point-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import type { Route } from './http/route.ts';
import { importRoutes } from './imports/import-routes.ts';
import { mappingRoutes } from './imports/mappings/mapping-routes.ts';
import { invitationRoutes } from './links/invitation-routes.ts';
import { linkRoutes } from './links/link-routes.ts';
import { resetLinkRoute } from './links/reset-link-route.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { currentWorld } from './matches/current-world.ts';
import { matchRoutes } from './matches/match-routes.ts';
import { whyRoutes } from './matches/why-routes.ts';
import { identityRoutes } from './oidc/identity-routes.ts';
import { oidcRoutes } from './oidc/oidc-routes.ts';
import { signInWaysRoute } from './oidc/sign-in-ways.ts';
import { opportunityPlanRoutes } from './opportunity-plans/opportunity-plan-routes.ts';
import { plansDueRoutes } from './opportunity-plans/plans-due-routes.ts';
import { planRulesPreviewRoutes } from './opportunity-plans/preview-routes.ts';
import { planRoutes } from './plans/plan-routes.ts';
import { qualityRoutes } from './quality/quality-routes.ts';
import { closingRoutes } from './referral-closing/closing-routes.ts';
import { handOverRoutes } from './referral-links/hand-over-routes.ts';
import { referralLinkRoutes } from './referral-links/referral-link-routes.ts';
import { partnerReferralRoutes } from './referrals/partner-referral-routes.ts';
import { referralRoutes } from './referrals/referral-routes.ts';
import { retentionRoutes } from './retention/retention-routes.ts';
import { reviewRoutes } from './reviews/review-routes.ts';
import { schoolRoutes } from './schools/school-routes.ts';
import { healthRoutes } from './settings/health-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { sitingRoutes } from './siting/siting-routes.ts';
import { exportRoute } from './students/export-route.ts';
import { forgetRoutes } from './students/forget-routes.ts';
import { studentRoutes } from './students/student-routes.ts';
import { suggestionRoutes } from './suggestions/suggestion-routes.ts';
import { surveyRoutes } from './surveys/survey-routes.ts';
import { unmetRoutes } from './unmet/unmet-routes.ts';
import { verificationRoutes } from './verification/verification-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';
import { weightsRoutes } from './weights/weights-routes.ts';
import { scenarioRoutes } from './what-if/scenario-routes.ts';
import { snapshotRoute } from './what-if/snapshot-route.ts';

/** Every route of /api/v1, one line a domain. */
export function allRoutes(deps: Deps): Route[] {
  // In memory once for all who ask about one student.
  const readWorld = currentWorld(deps);
  return [
    ...sessionRoutes(deps),
    ...accountRoutes(deps),
    ...apiKeyRoutes(deps),
    signInWaysRoute(deps),
    ...oidcRoutes(deps),
    ...identityRoutes(deps),
    ...linkRoutes(deps),
    ...invitationRoutes(deps),
    resetLinkRoute(deps),
    ...mailRoutes(deps),
    ...homeRoutes(deps),
    ...digestRoutes(deps),
    ...calendarRoutes(deps),
    ...settingsRoutes(deps),
    ...healthRoutes(deps),
    ...directoryRoutes(deps),
    ...directoryExportRoutes(deps),
    ...schoolRoutes(deps),
    ...studentRoutes(deps),
    exportRoute(deps),
    ...forgetRoutes(deps),
    ...closingRoutes(deps),
    ...referralLinkRoutes(deps),
    ...handOverRoutes(deps),
    ...districtRulesRoutes(deps),
    ...planRulesPreviewRoutes(deps),
    ...retentionRoutes(deps),
    ...auditRoutes(deps),
    ...importRoutes(deps),
    ...mappingRoutes(deps),
    ...feedRoutes(deps),
    ...webhookRoutes(deps),
    ...matchRoutes(deps),
    ...whyRoutes(deps, readWorld),
    ...referralRoutes(deps, readWorld),
    ...partnerReferralRoutes(deps),
    ...weightsRoutes(deps),
    ...demandRoutes(deps),
    ...unmetRoutes(deps),
    ...duplicateRoutes(deps),
    ...qualityRoutes(deps),
    ...pointRoutes(deps),
    ...geocodeRoutes(deps),
    ...gapRoutes(deps),
    snapshotRoute(deps),
    ...scenarioRoutes(deps),
    ...coLocationRoutes(deps),
    ...sitingRoutes(deps),
    ...planRoutes(deps),
    ...opportunityPlanRoutes(deps),
    ...plansDueRoutes(deps),
    ...reviewRoutes(deps),
    ...conferenceRoutes(deps),
    ...consentRoutes(deps),
    ...disclosureRoutes(deps),
    ...agreementRoutes(deps),
    ...assessmentRoutes(deps),
    ...surveyRoutes(deps),
    ...verificationRoutes(deps),
    ...suggestionRoutes(deps),
    ...correctionRoutes(deps),
    ...proposalRoutes(deps),
  ];
}
