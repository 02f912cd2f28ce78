export const DUE_KINDS = ['reviews', 'answers', 'to-answer', 'consents'] as const;
/** Monthly checks to be made · answers that partners owe · answers that one owes · consents that end. */
export type DueKind = (typeof DUE_KINDS)[number];

/** How many of a kind are due on a day, "YYYY-MM-DD". */
export interface DueDay {
  kind: DueKind;
  day: string;
  count: number;
}

/** So many of a kind for each day, in the order of days. What is late already waits today: a calendar shows no yesterday. */
export function countDays(kind: DueKind, days: readonly string[], today: string): DueDay[] {
  const counts = new Map<string, number>();
  for (const day of days) {
    const shown = day < today ? today : day;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return [...counts.keys()].sort().map((day) => ({ kind, day, count: counts.get(day) ?? 0 }));
}

const WORDS = {
  en: {
    reviews: { one: '{n} monthly check is due', other: '{n} monthly checks are due' },
    answers: { one: '{n} answer of a partner is due', other: '{n} answers of partners are due' },
    'to-answer': { one: '{n} referral asks for your answer', other: '{n} referrals ask for your answer' },
    consents: { one: '{n} consent ends', other: '{n} consents end' },
  },
  es: {
    reviews: { one: '{n} revisión mensual por hacer', other: '{n} revisiones mensuales por hacer' },
    answers: {
      one: '{n} organización debe responder',
      other: '{n} respuestas de organizaciones por llegar',
    },
    'to-answer': { one: '{n} solicitud espera su respuesta', other: '{n} solicitudes esperan su respuesta' },
    consents: { one: '{n} consentimiento termina', other: '{n} consentimientos terminan' },
  },
} as const satisfies Record<'en' | 'es', Record<DueKind, { one: string; other: string }>>;

/** "3 monthly checks are due" */
export function sayDue(language: 'en' | 'es', { kind, count }: Pick<DueDay, 'kind' | 'count'>): string {
  const { one, other } = WORDS[language][kind];
  return (count === 1 ? one : other).replace('{n}', String(count));
}
