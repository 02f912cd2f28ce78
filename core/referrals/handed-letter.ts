/** What stands on a letter that somebody of the school hands over: who asks whom, and nothing of the student. */
export interface HandedLetter {
  /** The partner answers there; a path where no PUBLIC_URL is set. */
  address: string;
  organization: string;
  school: { name: string; phone?: string };
  expiresAt: string;
  /** In which the partner is written to. */
  language: 'en' | 'es';
}
