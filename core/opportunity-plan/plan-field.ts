import { z } from 'zod';
import { PLAN_SHAPES, type PlanValue } from './plan-value.ts';

export const PLAN_LISTS = ['goals', 'steps', 'supporters'] as const;
export type PlanList = (typeof PLAN_LISTS)[number];
export const PLAN_WORDS = ['strengths', 'interests'] as const;
export type PlanWords = (typeof PLAN_WORDS)[number];

/** What an item of each list is nothing without. */
export const MAIN_PART: Readonly<Record<PlanList, string>> = {
  goals: 'text',
  steps: 'text',
  supporters: 'name',
};

/** A field taken apart: the student's own words, or one part of a goal, a step or a supporter. */
export type PlanField = { list: 'words'; part: PlanWords } | { list: PlanList; id: string; part: string };

/** Ids are made where an item is first written down, so that sending it twice makes one. */
const ITEM = /^(goals|steps|supporters)\/([a-z0-9][a-z0-9-]{7,99})\/([a-zA-Z]+)$/;

/** "strengths", or "goals/<id>/text". Undefined for what no plan has. */
export function readField(field: string): PlanField | undefined {
  const words = PLAN_WORDS.find((part) => part === field);
  if (words) return { list: 'words', part: words };
  const [, name, id, part] = ITEM.exec(field) ?? [];
  const list = PLAN_LISTS.find((each) => each === name);
  if (!list || id === undefined || part === undefined || !Object.hasOwn(PLAN_SHAPES[list], part))
    return undefined;
  return { list, id, part };
}

export function fieldOf(list: PlanList, id: string, part: string): string {
  return `${list}/${id}/${part}`;
}

/** One field as somebody wants it, and which version of it they saw; 0 where nobody had written it. */
export const PlanEdit = z
  .strictObject({
    field: z.string().max(250),
    saw: z.int().min(0),
    to: z.union([z.string(), z.boolean(), z.null()]),
  })
  .transform((edit, context) => {
    const shape = shapeOf(edit.field);
    if (!shape) {
      context.addIssue({ code: 'custom', path: ['field'], message: 'is no field of a plan' });
      return z.NEVER;
    }
    const parsed = shape.safeParse(edit.to);
    if (parsed.success) return { ...edit, to: parsed.data === '' ? null : parsed.data };
    const [issue] = parsed.error.issues;
    context.addIssue({ code: 'custom', path: ['to'], message: issue?.message ?? 'is not right' });
    return z.NEVER;
  });
export type PlanEdit = z.output<typeof PlanEdit>;

function shapeOf(field: string): z.ZodType<PlanValue> | undefined {
  const found = readField(field);
  if (!found) return undefined;
  const shapes: Readonly<Record<string, z.ZodType<string | boolean>>> = PLAN_SHAPES[found.list];
  return shapes[found.part]?.nullable();
}
