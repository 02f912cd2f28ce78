import { nothingIf, ruleAbout } from '../quality-rule.ts';
import { waysToReach } from '../ways-to-reach.ts';

/** A service that says nothing itself is reached through its organization. */
export const noContact = ruleAbout(['organization', 'service'], {
  name: 'no-contact',
  group: 'missing',
  sentence: {
    en: 'Has no telephone, e-mail or web page',
    es: 'No tiene teléfono, correo ni página web',
  },
  mend: 'fields',
  finds: (subject) => {
    const { phones, emails, webs } = waysToReach(subject);
    const owner = subject.kind === 'service' ? subject.owner : undefined;
    const isReached = owner && (owner.phones.length > 0 || owner.email || owner.website);
    return nothingIf(!isReached && phones.length + emails.length + webs.length === 0);
  },
});
