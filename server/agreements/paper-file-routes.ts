import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Agreement } from '../../core/agreements/agreement.ts';
import { PAPER_TYPES, type WithFile, withFile, withFormerFile } from '../../core/agreements/paper-file.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { files } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { deleteFile, sealedFiles } from '../store/sealed-files.ts';
import type { DocumentRecord } from './agreement-collections.ts';
import { readDocument, writeFile } from './agreement-store.ts';
import { AgreementPage } from './agreements-answers.ts';
import { mayOf, mustRead } from './open-agreement.ts';
import { keepPaperFile, PAPER_FILES } from './paper-file-store.ts';
import { showAgreement } from './show-agreement.ts';

const PATH = '/agreements/:id/documents/:documentId/file';
const Params = z.object({ id: z.string().max(100), documentId: z.string().max(100) });
const ENDINGS = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const satisfies Record<(typeof PAPER_TYPES)[number], string>;

/** The file of a paper: put there, replaced, taken back, read. */
export function paperFileRoutes(deps: Deps): Route[] {
  return [putRoute(deps), undoRoute(deps), readRoute(deps)];
}

function putRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: PATH,
    summary: 'Hand in the file of a paper',
    action: 'agreements.hand-in',
    params: Params,
    rawBody: true,
    returns: AgreementPage,
    handle: async ({ params, account, access, req }) => {
      const { agreement, paper, may } = await mustHandIn(deps, params, account, access);
      const by = { at: deps.clock().toISOString(), by: account!.id };
      const file = await keepPaperFile(deps, req, by);
      const { next, leftOver } = withFile(paper, file);
      await change(deps, { agreement, paper, account, next }, may.change);
      if (leftOver) await deleteFile(deps.db, PAPER_FILES, leftOver.id);
      return showAgreement(deps, agreement, may);
    },
  });
}

function undoRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: `${PATH}/undo`,
    summary: 'Put back the file that was there before',
    action: 'agreements.hand-in',
    params: Params,
    returns: AgreementPage,
    handle: async ({ params, account, access }) => {
      const { agreement, paper, may } = await mustHandIn(deps, params, account, access);
      const next = withFormerFile(paper);
      if (!next) throw new AppError(409, 'nothing-to-undo', 'This paper has had no other file.');
      await change(deps, { agreement, paper, account, next }, may.change);
      return showAgreement(deps, agreement, may);
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: PATH,
    summary: 'The file of a paper',
    action: 'papers.open',
    params: Params,
    returns: files(PAPER_TYPES),
    handle: async ({ params, account, access, res }) => {
      const agreement = await mustRead(deps, params.id, access);
      const { file, kind } = await mustFind(deps, agreement, params.documentId);
      const stored = file && (await sealedFiles(deps, PAPER_FILES).open(file.id));
      if (!stored) throw notFound();
      await deps.audit.record({
        action: 'papers.open',
        account,
        on: { kind: 'agreement', id: agreement.id },
      });
      res.type(file.type).attachment(`${kind}.${ENDINGS[file.type]}`);
      await pipeline(stored.from, stored.through, res);
    },
  });
}

interface Change {
  agreement: Agreement;
  paper: DocumentRecord;
  account: Account | null;
  next: WithFile;
}

/** What the partner changes is to be looked at again. */
async function change(deps: Deps, { agreement, paper, account, next }: Change, isChecked: boolean) {
  await deps.audit.record({
    action: 'agreements.hand-in',
    account,
    on: { kind: 'agreement', id: agreement.id },
    changes: [{ field: `documents.${paper.id}.file`, ...(next.file && { to: next.file.type }) }],
  });
  const isWritten = await writeFile(deps.db, paper, next, isChecked ? undefined : 'to-check');
  if (isWritten) return;
  if (next.file && next.file.id !== paper.formerFile?.id)
    await deleteFile(deps.db, PAPER_FILES, next.file.id);
  throw new AppError(409, 'changed-meanwhile', 'Somebody else has just changed this paper.');
}

async function mustHandIn(
  deps: Deps,
  { id, documentId }: z.infer<typeof Params>,
  account: Account | null,
  access: Access,
) {
  const agreement = await mustRead(deps, id, access);
  const may = mayOf(account, agreement);
  if (!may.handIn) throw notFound();
  const paper = await mustFind(deps, agreement, documentId);
  // What was accepted was accepted with its file.
  if (paper.state === 'accepted' && !may.change)
    throw new AppError(409, 'paper-accepted', 'This paper is accepted. Hand in a new one instead.');
  return { agreement, paper, may };
}

async function mustFind({ db }: Deps, agreement: Agreement, documentId: string): Promise<DocumentRecord> {
  const { organizationId, districtId } = agreement;
  const paper = await readDocument(db, { id: documentId, organizationId, districtId });
  if (!paper) throw notFound();
  return paper;
}
