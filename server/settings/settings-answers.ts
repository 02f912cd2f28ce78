import { z } from 'zod';
import { AttributeWord, ProgramWord } from '../../core/eligibility/eligibility-words.ts';
import { Term } from '../../core/taxonomy/term.ts';

export const Readiness = z.object({
  status: z.string(),
  missing: z.array(z.string()),
});

export const Taxonomy = z.object({ items: z.array(Term) });

export const EligibilityWords = z.object({
  programs: z.array(ProgramWord),
  attributes: z.array(AttributeWord),
});

export const Groupings = z.object({
  items: z.array(z.object({ id: z.string(), label: z.object({ en: z.string(), es: z.string() }) })),
});
