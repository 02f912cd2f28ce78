import { parsePhone } from '../../imports/parse-phone.ts';
import { ruleAbout } from '../quality-rule.ts';
import { waysToReach } from '../ways-to-reach.ts';

export const badPhone = ruleAbout(['organization', 'service', 'location'], {
  name: 'bad-phone',
  group: 'odd',
  sentence: {
    en: 'A telephone number that nobody can call',
    es: 'Un número de teléfono al que no se puede llamar',
  },
  mend: 'fields',
  finds: (subject) => waysToReach(subject).phones.find((number) => parsePhone(number) === undefined),
});
