import type { CostOption } from '../directory/service.ts';

/** Whether a text about fees says without reserve that nothing is asked. */
export function saysFree(text: string): boolean {
  return /^(?:none|no (?:cost|charge|fees?)|free(?: of charge)?|all services (?:are )?free(?: of charge)?|there is no (?:charge|fee|cost)|gratis|sin costo|\$?0(?:\.00)?)[.!]?$/i.test(
    text.trim(),
  );
}

/** The one plain amount of a text that is nothing but an amount: "$60.00". */
export function plainAmount(text: string): number | undefined {
  const match = /^\$\s?(\d{1,6}(?:,\d{3})*(?:\.\d{1,2})?)$/.exec(text.trim());
  return match ? Number(match[1]!.replaceAll(',', '')) : undefined;
}

/** What a free text about fees says for certain: nothing to pay, or one amount. Otherwise nothing. */
export function costFromText(text: string): CostOption | undefined {
  if (saysFree(text)) return { amount: 0, amountDescription: text.trim() };
  const amount = plainAmount(text);
  return amount === undefined ? undefined : { amount, amountDescription: text.trim() };
}
