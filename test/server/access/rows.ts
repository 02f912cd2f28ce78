import { accountRows } from './accounts.rows.ts';
import { agreementRows } from './agreements.rows.ts';
import { assessmentRows } from './assessments.rows.ts';
import { auditRows } from './audit.rows.ts';
import { conferenceRows } from './conferences.rows.ts';
import { consentRows } from './consents.rows.ts';
import { correctionRows } from './corrections.rows.ts';
import { directoryRows } from './directory.rows.ts';
import { districtRulesRows } from './district-rules.rows.ts';
import { jobRows } from './jobs.rows.ts';
import { opportunityPlanRows } from './opportunity-plans.rows.ts';
import { planRows } from './plans.rows.ts';
import { referralRows } from './referrals.rows.ts';
import { reviewRows } from './reviews.rows.ts';
import type { AccessRow } from './row.ts';
import { scenarioRows } from './scenarios.rows.ts';
import { signInRows } from './sign-in.rows.ts';
import { studentRows } from './students.rows.ts';
import { surveyRows } from './surveys.rows.ts';
import { unmetRows } from './unmet.rows.ts';
import { verificationRows } from './verification.rows.ts';
import { weightsRows } from './weights.rows.ts';

/** The matrix: a row for every route. Whoever adds a route adds its row in the file of its domain. */
export const accessRows: readonly AccessRow[] = [
  ...accountRows,
  ...agreementRows,
  ...assessmentRows,
  ...auditRows,
  ...conferenceRows,
  ...consentRows,
  ...correctionRows,
  ...directoryRows,
  ...jobRows,
  ...opportunityPlanRows,
  ...planRows,
  ...referralRows,
  ...reviewRows,
  ...scenarioRows,
  ...signInRows,
  ...studentRows,
  ...surveyRows,
  ...unmetRows,
  ...verificationRows,
  ...districtRulesRows,
  ...weightsRows,
];
