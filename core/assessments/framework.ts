import { z } from 'zod';

/** Figures that Trellis works out itself and that may stand beside a question as evidence. */
export const FIGURE_KINDS = ['partners', 'agreements', 'uptake', 'gaps'] as const;
export const FigureKind = z.enum(FIGURE_KINDS);
export type FigureKind = z.infer<typeof FigureKind>;

const said = z.string().trim().min(1).max(500);
const InBoth = z.strictObject({ en: said, es: said });
export const QuestionId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'small letters, digits and "-", at most 60');

/** How far something is, from 1 (not yet) to 4 (for everybody). */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Level = z.infer<typeof Level>;

export const LevelWords = z.strictObject({ level: Level, name: InBoth, means: InBoth });
export type LevelWords = z.infer<typeof LevelWords>;

export const Levels = z
  .array(LevelWords)
  .refine((all) => all.map(({ level }) => level).join() === '1,2,3,4', 'says the four levels in their order');

const Group = z.strictObject({
  id: QuestionId,
  name: InBoth,
  about: InBoth,
  questions: z
    .array(z.strictObject({ id: QuestionId, text: InBoth, figures: z.array(FigureKind).default([]) }))
    .min(1),
});

/** One way of looking at a school, such as the four Cs: groups of guiding questions. */
export const Framework = z.strictObject({ id: QuestionId, name: InBoth, groups: z.array(Group).min(1) });
export type Framework = z.infer<typeof Framework>;

export const Frameworks = z.array(Framework).refine((all) => {
  const groups = all.flatMap((framework) => framework.groups);
  const ids = [...groups, ...groups.flatMap(({ questions }) => questions)].map(({ id }) => id);
  return new Set(ids).size === ids.length;
}, 'names an id twice');

/** What data/assessments says. */
export interface AssessmentRules {
  levels: readonly LevelWords[];
  frameworks: readonly Framework[];
}

/** Frameworks with the names of their groups, without what is asked. */
export function outlineOf(frameworks: readonly Framework[]) {
  return frameworks.map(({ id, name, groups }) => ({
    id,
    name,
    groups: groups.map(({ questions: _, ...group }) => group),
  }));
}
