import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { AnsweredProposals, ProposalList } from './corrections-answers.ts';
import { listProposals, readOpenProposals } from './list-proposals.ts';
import { answerProposals } from './turn-correction.ts';

const source = z.string().max(100);
const Listed = z.object({ source: source.optional() });
/** `until`: what has come since somebody looked is not answered unseen. */
const All = z.strictObject({ source, answer: z.enum(['take', 'keep']), until: z.iso.datetime() });

/** So many are answered within a request; the rest waits for the next. */
const MOST_AT_ONCE = 200;

/** Corrected fields of which a source says something else by now. */
export function proposalRoutes(deps: Deps): Route[] {
  const opened = (access: Access) => access.opens((organizationId: string) => ({ organizationId }));
  return [
    route({
      method: 'get',
      path: '/corrections/proposals',
      summary: 'What sources say else of corrected fields',
      action: 'corrections.read',
      query: Listed,
      returns: ProposalList,
      handle: ({ query, account, access }) => listProposals(deps, account, opened(access), query.source),
    }),
    route({
      method: 'post',
      path: '/corrections/proposals/answers',
      summary: 'Answer all that a source proposes',
      action: 'corrections.change',
      body: All,
      returns: AnsweredProposals,
      handle: async ({ body, account, access }) => {
        const open = await readOpenProposals(deps, account, opened(access));
        // How much may be known of a place is decided one by one.
        const answered = open.filter(
          ({ proposal, field }) =>
            proposal.source === body.source && proposal.at <= body.until && field !== 'confidentiality',
        );
        const fields = answered
          .slice(0, MOST_AT_ONCE)
          .map(({ kind, recordId: id, field }) => ({ kind, id, field }));
        await answerProposals(deps, fields, body.answer, { account });
        return {
          answered: fields.length,
          ...(await listProposals(deps, account, opened(access), undefined)),
        };
      },
    }),
  ];
}
