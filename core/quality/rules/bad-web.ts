import { webAddress } from '../../imports/web-address.ts';
import { ruleAbout } from '../quality-rule.ts';
import { waysToReach } from '../ways-to-reach.ts';

export const badWeb = ruleAbout(['organization', 'service'], {
  name: 'bad-web',
  group: 'odd',
  sentence: { en: 'A web address that is none', es: 'Una dirección web que no lo es' },
  mend: 'fields',
  finds: (subject) => waysToReach(subject).webs.find((text) => webAddress(text) === undefined),
});
