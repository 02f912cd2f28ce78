/** Where people answer: the code stands behind the "#", which browsers send to nobody. */
export function surveyAddress(origin: string, code: string): string {
  return `${origin}/survey#${code}`;
}
