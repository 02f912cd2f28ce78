/** What the import of rosters says in English. */
export const rostersEn = {
  options: 'How to import it',
  try: 'Try it first',
  tryHelp: 'You see who is new, moves or leaves, school by school. Nothing is stored.',
  addSchools: 'Add schools that are not known here',
  addSchoolsHelp: 'They are on no map until you import where they are. Without this, their students wait.',
  letLeave: 'More than half of the students may leave at once',
  letLeaveHelp: 'Only if you know that it is right. Otherwise we take it for half a file.',
  tried: 'This is what would happen. Nothing was stored.',
  triedNext: 'If it is right, import the same file.',
  goNow: 'Import it now',
  goAgain: 'Choose the file again',
  goFailed: 'The file did not arrive. Nothing was changed. Try again.',
  table: 'Students by school',
  school: 'School',
  all: 'All schools',
  added: 'New',
  returned: 'Back again',
  moved: 'From another school',
  changed: 'Changed',
  unchanged: 'The same',
  left: 'Left',
  none: 'The roster names no student of a school that is known here.',
  unknown: {
    one: '{n} student waits: we do not know the school.',
    other: '{n} students wait: we do not know their schools.',
  },
  unknownSchool: { one: '{name} ({n} student)', other: '{name} ({n} students)' },
  unknownHelp: 'Import these schools first, or let the roster add them.',
  notLeft: {
    one: '{n} student is not in the file and was not marked as having left. The findings say why.',
    other: '{n} students are not in the file and were not marked as having left. The findings say why.',
  },
  leftHelp: 'Who has left keeps the record and its history, and comes back with it.',
} as const;

export type RosterTexts = typeof rostersEn;
