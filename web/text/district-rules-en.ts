/** What the page about a district's own rules says in English. */
export const districtRulesEn = {
  title: 'Rules of the district',
  lead: 'What your district decides for itself. Every change is kept with who made it, when and why.',
  readOnly: 'Who leads the district can change this.',
  note: 'Why? (optional)',
  save: 'Save',
  saved: 'Saved. It holds from now on.',
  unchanged: 'Nothing is changed.',
  reset: 'Undo my changes',
  failed: 'We could not save this. What you entered is still here. Try again.',
  savedBefore:
    'Somebody else has saved this in the meantime. Look at their version below; yours is still here.',
  history: 'Earlier versions',
  version: 'Version {n}',
  standard: 'What Trellis comes with',
  now: 'holds now',
  when: '{date}, {name}',
  somebody: 'somebody whose account is gone',
  again: 'Use again',
  againFor: 'Use again: {what}',
  taken: 'It is in the form above. Save it to make it hold.',

  'closed.title': 'Days when schools are closed',
  'closed.lead':
    'On these days nobody is reminded by mail, and no answer is due. Weekends and public holidays are known already.',
  'closed.none': 'No closed days besides weekends and public holidays.',
  'closed.from': 'First day',
  'closed.to': 'Last day',
  'closed.reason': 'What for (optional)',
  'closed.remove': 'Take out',
  'closed.removeOf': 'Take out: {what}',
  'closed.new': 'new days',
  'closed.add': 'Add days',
  'closed.wrong': 'The last day comes before the first, or one is missing.',
  'closed.range': '{from} to {to}',
  'closed.with': '{days}: {reason}',

  'plans.title': 'Who should have an opportunity plan',
  'plans.lead': 'A student of whom one of these facts is noted should have a plan.',
  'plans.share': 'From what share on the whole school is looked at (%)',
  'plans.shareHint':
    'When more than this part of a school’s students should have a plan, Trellis says to look at the school as a whole.',
  'plans.wrong': 'Choose one fact at least, and a share from 1 to 99.',
  'plans.preview': 'About how many would this concern?',
  'plans.band':
    'Between {from} and {to} of your students. We say it in steps so that nobody can be recognised.',
  'plans.noBand': 'Your district has too few students to say this.',
  'plans.previewFailed': 'We could not count this. Try again.',
  'plans.summary': '{facts} · whole school from {share}',
  'plans.fact': '{name}: {values}',
} as const;

export type DistrictRulesTexts = typeof districtRulesEn;
