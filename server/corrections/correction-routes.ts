import { z } from 'zod';
import { RecordKind } from '../../core/corrections/correction.ts';
import { shapeOf } from '../../core/corrections/fields.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Asked, type Route, route } from '../http/route.ts';
import { RecordView } from './corrections-answers.ts';
import { openRecord } from './open-records.ts';
import { type Acting, answerProposals, correctField, takeBack } from './turn-correction.ts';
import { viewFields } from './view-fields.ts';

const RecordParams = z.object({ kind: RecordKind, id: z.string().max(100) });
const FieldParams = RecordParams.extend({ field: z.string().max(50) });
const seen = z.string().max(50);
const reason = z.string().trim().min(3, 'say why').max(1000).optional();
const Told = z.strictObject({ value: z.unknown(), seen, reason });
const Undo = z.strictObject({ seen, reason });
const Answer = z.strictObject({ answer: z.enum(['take', 'keep']), seen, reason });

type FieldAsked = Pick<Asked, 'access' | 'account'> & {
  params: z.infer<typeof FieldParams>;
  body: { seen: string; reason?: string | undefined };
};

/** What each field of a record says and since when; and to correct it, which no import undoes. */
export function correctionRoutes(deps: Deps): Route[] {
  /** Lets a field of an open record be changed, and tells the record as it is then. */
  const change = async (asked: FieldAsked, turn: (acting: Acting) => Promise<void>) => {
    const { kind, id, field } = asked.params;
    if (!shapeOf(kind, field)) throw notFound();
    await openRecord(deps, { kind, id }, asked);
    const { seen, reason } = asked.body;
    await turn({ account: asked.account, seen, reason });
    // The name may be another by now.
    const { name } = await openRecord(deps, { kind, id }, asked);
    return viewFields(deps.db, { kind, id }, name);
  };
  return [
    route({
      method: 'get',
      path: '/corrections/:kind/:id',
      summary: 'What each field of a record says, since when, and who corrected it',
      action: 'corrections.read',
      params: RecordParams,
      returns: RecordView,
      handle: async ({ params, account, access }) => {
        const { name } = await openRecord(deps, params, { account, access });
        return viewFields(deps.db, params, name);
      },
    }),
    route({
      method: 'put',
      path: '/corrections/:kind/:id/:field',
      summary: 'Correct a field',
      action: 'corrections.change',
      params: FieldParams,
      body: Told,
      returns: RecordView,
      handle: ({ params, body, account, access }) =>
        change({ params, body, account, access }, async (acting) => {
          const value = parseValue(params, body.value, deps.rules.taxonomy);
          await correctField(deps, { ...params, value }, { ...acting, by: { account: account!.id } });
        }),
    }),
    route({
      method: 'delete',
      path: '/corrections/:kind/:id/:field',
      summary: 'Take a correction back: what the source says counts again',
      action: 'corrections.change',
      params: FieldParams,
      body: Undo,
      returns: RecordView,
      handle: (asked) => change(asked, (acting) => takeBack(deps, asked.params, acting)),
    }),
    route({
      method: 'put',
      path: '/corrections/:kind/:id/:field/proposal',
      summary: 'Take what the source says now, or keep what somebody said',
      action: 'corrections.change',
      params: FieldParams,
      body: Answer,
      returns: RecordView,
      handle: (asked) =>
        change(asked, (acting) => answerProposals(deps, [asked.params], asked.body.answer, acting)),
    }),
  ];
}

function parseValue(
  { kind, field }: z.infer<typeof FieldParams>,
  value: unknown,
  taxonomy: Taxonomy,
): unknown {
  const parsed = z.object({ value: shapeOf(kind, field)! }).parse({ value }).value;
  if (field === 'terms') {
    const unknown = (parsed as string[]).filter((id) => taxonomy.get(id) === undefined);
    if (unknown.length > 0) {
      const message = `is no term: ${unknown.join(', ')}`;
      throw new AppError(400, 'invalid-input', `This ${message}`, [{ path: 'value', message }]);
    }
  }
  return parsed;
}
