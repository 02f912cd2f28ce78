import { z } from 'zod';
import { FEWEST_SUGGESTION_SIGNS, MOST_SUGGESTION_SIGNS } from '../../core/verification/suggestion.ts';
import type { Deps } from '../deps.ts';
import { readService } from '../directory/directory-store.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { suggestionStore } from '../suggestions/suggestion-store.ts';
import { entryOf } from './entry-of.ts';
import { showQueue } from './list-verifiable.ts';
import { VerificationList } from './verification-answers.ts';
import { writeVerification } from './verification-store.ts';

const Id = z.object({ id: z.string().max(100) });
const Word = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('right') }),
  z.strictObject({
    what: z.literal('changed'),
    note: z.string().trim().min(FEWEST_SUGGESTION_SIGNS, 'say what has changed').max(MOST_SUGGESTION_SIGNS),
  }),
]);

/** What to verify next, and the word that something is still right, or what has changed. */
export function verificationRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/verifications',
      summary: 'What of the directory to check next',
      action: 'verification.read',
      returns: VerificationList,
      handle: ({ access }) => showQueue(deps, access),
    }),
    route({
      method: 'post',
      path: '/services/:id/verifications',
      summary: 'Say that a service is right, or what has changed',
      action: 'verification.change',
      params: Id,
      body: Word,
      returns: VerificationList,
      handle: async ({ params, body, account, access }) => {
        const service = await readService(deps.db, params.id);
        if (!service) throw notFound();
        const { id, organizationId } = service;
        await access.must({ organizationId });
        const on = { kind: 'service', id };
        await deps.audit.record({ action: 'verification.change', account, on });
        // What has changed is not right yet: it waits for whoever looks after the directory.
        if (body.what === 'changed')
          await suggestionStore(deps).add({
            serviceId: id,
            organizationId,
            text: body.note,
            from: 'verifier',
          });
        else await writeVerification(deps.db, id, entryOf(account!, deps.clock()));
        return showQueue(deps, access);
      },
    }),
  ];
}
