import { isValid } from './approval.ts';
import type { PartnerDocument } from './partner-document.ts';
import { type EndWarning, warnOfEnd } from './warn-of-end.ts';

type Paper = Pick<PartnerDocument, 'kind' | 'state' | 'validUntil'>;

/** How it stands with one kind of document that an agreement demands. */
export interface PaperState {
  kind: string;
  /** `waiting`: none is valid, and one waits to be checked. */
  state: 'valid' | 'waiting' | 'missing';
  /** Of the valid one that runs longest; absent where it has no last day. */
  validUntil?: string;
  warning?: EndWarning;
}

/** In the order in which they are demanded. */
export function paperStates(
  demands: readonly string[],
  papers: readonly Paper[],
  day: string,
  warnDays: readonly number[],
): PaperState[] {
  return demands.map((kind) => {
    const own = papers.filter((paper) => paper.kind === kind);
    const valid = own.filter((paper) => isValid(paper, day));
    if (valid.length === 0)
      return { kind, state: own.some(({ state }) => state === 'to-check') ? 'waiting' : 'missing' };
    const lastDays = valid.map(({ validUntil }) => validUntil);
    if (lastDays.includes(undefined)) return { kind, state: 'valid' };
    const validUntil = lastDays.sort().at(-1)!;
    const warning = warnOfEnd(validUntil, day, warnDays);
    return { kind, state: 'valid', validUntil, ...(warning && { warning }) };
  });
}
