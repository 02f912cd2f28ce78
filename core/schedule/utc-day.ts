/** The day of a moment by universal time, "YYYY-MM-DD": what hangs on it may begin or end some hours early or late. */
export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
