import type { WaitsTexts } from './waits-texts.ts';

/** What waits, in English: on the page after sign-in and in the mails that tell of it. */
export const waitsEn = {
  'waits.referrals-late': {
    one: '{n} referral has had no answer in time',
    other: '{n} referrals have had no answer in time',
  },
  'waits.referrals-no-address': {
    one: 'No mail reaches the partner of {n} referral: hand the letter over',
    other: 'No mail reaches the partners of {n} referrals: hand the letters over',
  },
  'waits.referrals-draft': {
    one: '{n} referral is written and not sent',
    other: '{n} referrals are written and not sent',
  },
  'waits.referrals-to-answer': {
    one: '{n} referral asks for your answer',
    other: '{n} referrals ask for your answer',
  },
  'waits.opportunity-plans': {
    one: '{n} student should have a plan and has none',
    other: '{n} students should have a plan and have none',
  },
  'waits.reviews-falling': {
    one: '{n} student is doing worse and waits for somebody',
    other: '{n} students are doing worse and wait for somebody',
  },
  'waits.reviews-overdue': { one: '{n} monthly check is overdue', other: '{n} monthly checks are overdue' },
  'waits.reviews-due': {
    one: '{n} monthly check is due this month',
    other: '{n} monthly checks are due this month',
  },
  'waits.review-own': {
    one: '{n} check is yours: how are you? It takes a minute',
    other: '{n} checks are yours: how are you? Each takes a minute',
  },
  'waits.agreements-ending': { one: '{n} agreement ends soon', other: '{n} agreements end soon' },
  'waits.papers-missing': {
    one: 'Papers are missing or end soon in {n} agreement',
    other: 'Papers are missing or end soon in {n} agreements',
  },
  'waits.papers-to-check': {
    one: 'Papers of {n} agreement are there to be checked',
    other: 'Papers of {n} agreements are there to be checked',
  },
  'waits.promises-late': {
    one: '{n} agreement has a promise that is late',
    other: '{n} agreements have promises that are late',
  },
  'waits.verify': {
    one: '{n} service should be checked: is it still right?',
    other: '{n} services should be checked: are they still right?',
  },
  'waits.suggestions': {
    one: '{n} reader says that something is wrong',
    other: '{n} readers say that something is wrong',
  },
  'waits.proposals': {
    one: '{n} correction: its source says something else now',
    other: '{n} corrections: their sources say something else now',
  },
  'waits.points': {
    one: '{n} place needs you to say where it is on the map',
    other: '{n} places need you to say where they are on the map',
  },
  'waits.surveys-to-count': {
    one: '{n} survey is over and can be counted',
    other: '{n} surveys are over and can be counted',
  },
  'waits.surveys-few': {
    one: '{n} survey ends soon with too few answers to be told',
    other: '{n} surveys end soon with too few answers to be told',
  },
  'waits.survey-names': {
    one: '{n} answer with a name is there to be looked at',
    other: '{n} answers with names are there to be looked at',
  },
  'waits.assessment-actions': {
    one: '{n} thing that you set out to do for your school is due',
    other: '{n} things that you set out to do for your schools are due',
  },
  'waits.consents-ending': { one: '{n} consent ends soon', other: '{n} consents end soon' },
  'waits.shared-to-delete': {
    one: '{n} shared record is closed: is your own copy deleted?',
    other: '{n} shared records are closed: are your own copies deleted?',
  },
  'waits.webhooks-off': {
    one: '{n} webhook has switched itself off: its messages did not arrive',
    other: '{n} webhooks have switched themselves off: their messages did not arrive',
  },
  'waits.feeds-waiting': {
    one: '{n} feed has brought changes for you to look at',
    other: '{n} feeds have brought changes for you to look at',
  },
  'waits.feeds-failing': {
    one: '{n} feed has not come for a day',
    other: '{n} feeds have not come for a day',
  },
  'waits.imports-findings': {
    one: '{n} import of yours has findings to look at',
    other: '{n} imports of yours have findings to look at',
  },
  'waits.runs-failed': {
    one: '{n} piece of work that you started did not come to its end',
    other: '{n} pieces of work that you started did not come to their end',
  },
} as const satisfies WaitsTexts;
