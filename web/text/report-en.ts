/** What the report for the board says in English. */
export const reportEn = {
  title: 'Report for the board',
  link: 'Report for the board',
  'link.back': 'Back to the gaps',
  'link.assessments': 'Four Cs for the board',
  pdf: 'To keep it as a file, press Print and choose “Save as PDF”.',
  made: 'Made on {date} with Trellis, from figures of {measured}.',
  question: 'The question',
  answer: 'The answer',
  map: 'The map',
  table: 'School by school',
  'table.area': 'Area by area',
  affected: 'Who is affected',
  'affected.schools': {
    one: '{n} school has nothing within {minutes} min {by}: {names}.',
    other: '{n} schools have nothing within {minutes} min {by}: {names}.',
  },
  'affected.schoolsPeople': {
    one: '{n} school has nothing within {minutes} min {by}: {names}. {people} there.',
    other: '{n} schools have nothing within {minutes} min {by}: {names}. {people} there.',
  },
  'affected.areas': {
    one: '{n} census area has nothing within {minutes} min {by}: {people} there.',
    other: '{n} census areas have nothing within {minutes} min {by}: {people} there.',
  },
  'affected.without': '{without} of {people} have none within {minutes} min {by}.',
  'affected.unmet': {
    one: 'At least {n} need has found no match.',
    other: 'At least {n} needs have found no match.',
  },
  'affected.farthest': 'The longest way is from {name}: the nearest is {trip}.',
  'affected.none': 'Every school has something within {minutes} min {by}.',
  'affected.more': { one: '{names} and {n} more', other: '{names} and {n} more' },
  'proposal.sites': 'What new sites would change',
  proposal: 'What would change with the proposal',
  'proposal.today': 'Today',
  'proposal.then': 'With the proposal',
  'proposal.note':
    'Worked out today, with straight ways, for the question that the proposal was made for. Nothing of it is decided.',
  method: 'How this was worked out',
  'method.share':
    'A student is within reach if a place that offers this help is within {minutes} minutes {by} of the middle of the area where the student lives, or of the school where no area may be told.',
  'method.shareNeed': 'Where students with this need live is not counted. They are counted at their school.',
  'method.offers': { one: '{n} place offers it today.', other: '{n} places offer it today.' },
  'method.source': 'Formulas and sources are in the project’s docs/methods.md.',
  limits: 'What the figures do not say',
  'limit.reach':
    'They are about the way there. Opening hours, whom a service takes and its free places today are not in them.',
  'limit.known':
    'Services that nobody told us about are missing. Confidential places are left out on purpose.',
  'limit.small':
    'Figures about fewer than {n} students are hidden, and no total holds them. Students are told of in groups, so a figure may be a few students behind.',
  'limit.enrolment': 'Enrolment is as schools gave it, and may be from another year.',
  'limit.children':
    'Numbers of children are estimates of the census with a margin of error. The true figure may lie anywhere within it.',
  'limit.straight': 'Ways are estimates, not roads. Snow, rivers and missing bus lines are not in them.',
  'limit.capacity': {
    one: 'Of {n} place nobody told us how many it can take.',
    other: 'Of {n} places nobody told us how many they can take.',
  },
  none: 'Nobody has measured this yet',
  'none.help': 'Measure it on the gaps page, then come back.',
  'none.go': 'Go to the gaps',
} as const;

export type ReportTexts = typeof reportEn;
