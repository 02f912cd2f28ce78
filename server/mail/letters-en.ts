import type { Letters } from './letter.ts';

const language = 'en';
const greet = (name: string) => `Hello ${name},`;
const NOT_YOU = 'If you did not expect this, you can ignore it. Nothing happens.';

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
};
