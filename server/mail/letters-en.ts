import type { Letters } from './letter.ts';

const language = 'en';
const greet = (name: string) => `Hello ${name},`;
const NOT_YOU = 'If you did not expect this, you can ignore it. Nothing happens.';
const SIGN_IN = 'To protect students, nothing about them is in this mail: sign in to read it.';
const works = (days: number) =>
  `The link works for ${days} days, for this one answer. Please do not pass it on.`;
const NOT_FOR_YOU = 'If you are not the right person, please tell the school.';

export const lettersEn: Letters = {
  invitation: ({ name, url, service }) => ({
    language,
    subject: 'You are invited to Trellis',
    greeting: greet(name),
    lines: [
      'you are invited to Trellis, where your community finds what its students need.',
      service === undefined
        ? 'Choose a password, and you can begin.'
        : `Sign in with ${service}, and you can begin. You need no password of your own here.`,
    ],
    button: { label: service === undefined ? 'Choose a password' : 'Sign in', url },
    after: [...(service === undefined ? ['The link works once, for 7 days.'] : []), NOT_YOU],
  }),
  reset: ({ name, url, service }) => ({
    language,
    subject: service === undefined ? 'A new password for Trellis' : 'Signing in to Trellis',
    greeting: greet(name),
    lines: [
      service === undefined
        ? 'somebody asked for a new password for your account. If that was you, choose one here.'
        : `somebody asked for a new password for your account. Your account has none: sign in with ${service}.`,
    ],
    button: { label: service === undefined ? 'Choose a new password' : 'Sign in', url },
    after: [
      ...(service === undefined ? ['The link works once, for one hour.'] : []),
      'If that was not you, you can ignore this. Your password stays as it is.',
    ],
  }),
  'password-set': ({ name, url }) => ({
    language,
    subject: 'Your Trellis password was changed',
    greeting: greet(name),
    lines: ['the password of your account was just changed, and you were signed out everywhere else.'],
    after: [
      `If that was not you, choose a new one at once (${url}) and tell the administrator of your Trellis.`,
    ],
  }),
  'referral-answered': ({ name, url }) => ({
    language,
    subject: 'A partner has answered',
    greeting: greet(name),
    lines: [
      'a partner has answered a request of yours. What it says, and what comes next, waits in Trellis.',
    ],
    button: { label: 'See the answer', url },
    after: [SIGN_IN],
  }),
  'referral-asked': ({ name, url }) => ({
    language,
    subject: 'A partner asks you something',
    greeting: greet(name),
    lines: ['a partner has a question before it can say yes or no. It waits for you in Trellis.'],
    button: { label: 'Read the question', url },
    after: [SIGN_IN],
  }),
  'referral-unanswered': ({ name, url }) => ({
    language,
    subject: 'A partner does not answer',
    greeting: greet(name),
    lines: [
      'a partner was asked for a place and reminded, and has not answered. Call them, or choose another partner.',
    ],
    button: { label: 'See who has not answered', url },
    after: [SIGN_IN],
  }),
  'referral-closed': ({ name, url }) => ({
    language,
    subject: 'A partner has closed',
    greeting: greet(name),
    lines: [
      'a partner gives a service no more to which students were referred. Each has a next step: where somebody else can help, it is prepared and waits for you.',
    ],
    button: { label: 'See the next steps', url },
    after: [SIGN_IN],
  }),
  'review-falling': ({ name, url }) => ({
    language,
    subject: 'Somebody may need you',
    greeting: greet(name),
    lines: [
      'in a monthly check somebody at your school has said that things go worse. Who it is waits in Trellis.',
    ],
    button: { label: 'See who it is', url },
    after: [SIGN_IN],
  }),
  digest: ({ name, items, url, stopUrl }) => ({
    language,
    subject: 'What waits for you in Trellis',
    greeting: greet(name),
    lines: ['this waits for you today:'],
    items,
    button: { label: 'Open Today', url },
    after: [SIGN_IN],
    stop: { label: 'Stop these mails', url: stopUrl },
  }),
  referral: ({ name, school, url, days }) => ({
    language,
    subject: `${school} asks whether you have a place`,
    greeting: greet(name),
    lines: [
      `${school} asks whether you have a place for a student.`,
      'Read what is needed and answer on one page. It takes a minute, and you need no account. To protect the student, nothing about them is in this mail.',
    ],
    button: { label: 'Read and answer', url },
    after: [works(days), NOT_FOR_YOU],
  }),
  'referral-reminder': ({ name, school, url, days }) => ({
    language,
    subject: `${school} still waits for your answer`,
    greeting: greet(name),
    lines: [
      `${school} asked you some days ago whether you have a place for a student, and still waits for your answer.`,
      'A no helps too: then the school can ask somebody else.',
    ],
    button: { label: 'Read and answer', url },
    after: [works(days), NOT_FOR_YOU],
  }),
};
