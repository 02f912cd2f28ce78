import type { AskedFact, Help } from '../../../core/matching/what-would-help.ts';
import type { HelpPage } from '../../api/matching.ts';
import type { MatchingVoice } from './use-matching.ts';

/** The change: "30 more minutes of travel", "Free time Tue 3:30–5 pm". */
export function changeWords(help: Help, { offers }: HelpPage, { m, say }: MatchingVoice): string {
  switch (help.kind) {
    case 'place':
      return m('help.place', { name: offers[help.offerId]?.serviceName ?? help.offerId });
    case 'agreement': {
      const partner = Object.values(offers).find(
        ({ organizationId }) => organizationId === help.organizationId,
      );
      return m('help.agreement', { name: partner?.organizationName ?? help.organizationId });
    }
    case 'minutes':
      return m('help.minutes', { n: help.minutes });
    case 'mode':
      return m(`help.mode.${help.mode}`);
    case 'free-time':
      return m('help.free-time', { span: say.span(help.span) });
    case 'language':
      return m('help.language', { language: say.language(help.language) });
  }
}

/** What it opens: "opens 3 places: …". */
export function opensWords(help: Help, { offers }: HelpPage, { m, say }: MatchingVoice): string {
  const names = help.offerIds.map((id) => offers[id]?.serviceName ?? id);
  const said = { n: help.opened, names: say.list(names) };
  if (help.opened === help.offerIds.length) return m('help.opens', said);
  return m('help.opensMore', { n: help.opened, names: names.join(', ') });
}

const ATTRIBUTE = 'attribute:';

export function factWords({ fact, asked }: AskedFact, { m, eligibility }: MatchingVoice): string {
  if (isAttribute(fact)) {
    const attribute = eligibility.attribute(fact.slice(ATTRIBUTE.length));
    return m('help.fact.attribute', { n: asked, attribute });
  }
  return m(`help.fact.${fact}`, { n: asked });
}

function isAttribute(fact: AskedFact['fact']): fact is `attribute:${string}` {
  return fact.startsWith(ATTRIBUTE);
}
