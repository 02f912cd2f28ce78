import { mailAddress } from '../../imports/web-address.ts';
import { ruleAbout } from '../quality-rule.ts';
import { waysToReach } from '../ways-to-reach.ts';

export const badEmail = ruleAbout(['organization', 'service', 'location'], {
  name: 'bad-email',
  group: 'odd',
  sentence: { en: 'An e-mail address that is none', es: 'Un correo que no lo es' },
  mend: 'fields',
  finds: (subject) => waysToReach(subject).emails.find((text) => mailAddress(text) === undefined),
});
