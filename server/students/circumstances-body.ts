import { z } from 'zod';
import type { EligibilityWords } from '../../core/eligibility/eligibility-words.ts';
import { Circumstances } from '../../core/students/circumstances.ts';

/** Given whole: what is not in it is not known any more. Only programs, attributes and values that data/ has. */
export function circumstancesBody({ programs, attributes }: EligibilityWords) {
  const known = new Set(programs.map(({ id }) => id));
  const valuesOf = new Map(
    attributes.map(({ name, values }) => [name, new Set(values.map(({ id }) => id))] as const),
  );
  return z.strictObject(Circumstances.shape).superRefine((given, context) => {
    const refuse = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', message, path });
    for (const id of Object.keys(given.programs ?? {}))
      if (!known.has(id)) refuse(`there is no program called ${id}`, 'programs', id);
    for (const [name, value] of Object.entries(given.attributes ?? {}))
      if (!valuesOf.get(name)?.has(value)) refuse('there is no such value', 'attributes', name);
  });
}
