/**
 * Students who are at their school. One who has left (`leftAt`) keeps the record and its history for as long as retention
 * says, but is matched, counted, planned for and asked about nowhere until a roster brings the student back.
 */
export const ON_ROLL = { leftAt: { $exists: false } } as const;
