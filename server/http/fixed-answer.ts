import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** What does not change while the server runs: written out once, when it is first asked for. Browsers may keep it a while. */
export function fixedAnswer(type: string, write: () => string): (req: Request, res: Response) => void {
  let written: { body: string; etag: string } | undefined;
  return (req, res) => {
    written ??= withTag(write());
    res.set({ ETag: written.etag, 'Cache-Control': 'public, max-age=300' });
    if (req.fresh) res.status(304).end();
    else res.type(type).send(written.body);
  };
}

function withTag(body: string): { body: string; etag: string } {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}
