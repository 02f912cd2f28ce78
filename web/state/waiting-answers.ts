import type { AnswerByCode } from '../../core/surveys/answer.ts';
import { Problem } from '../api/problem.ts';

/** An answer that has not arrived yet; `refused` says why it never will. */
export interface WaitingAnswer {
  answer: AnswerByCode;
  refused?: string;
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'trellis-answer/';
const FORM = 'trellis-form/';

/**
 * Answers to surveys that wait on this device. Each lies under a key of its own, so that two windows never write over
 * each other, and leaves only when the server has taken it: one that was sent and whose reply was lost is sent again
 * and counts once.
 */
export function waitingAnswers(keep: Keep = localStorage) {
  const keys = () =>
    Array.from({ length: keep.length }, (_, n) => keep.key(n) ?? '').filter((key) => key.startsWith(PREFIX));
  const put = (one: WaitingAnswer) => keep.setItem(PREFIX + one.answer.id, JSON.stringify(one));
  const list = () => keys().flatMap((key) => readJson<WaitingAnswer>(keep, key) ?? []);
  return {
    put: (answer: AnswerByCode) => put({ answer }),
    list,
    drop: (id: string) => keep.removeItem(PREFIX + id),
    /** Sends what waits, one after the other; where the way is shut, the rest goes on waiting. */
    async send(sendOne: (answer: AnswerByCode) => Promise<void>): Promise<void> {
      for (const { answer, refused } of list()) {
        if (refused !== undefined) continue;
        try {
          await sendOne(answer);
          keep.removeItem(PREFIX + answer.id);
        } catch (error) {
          if (!(error instanceof Problem) || isShut(error)) return;
          put({ answer, refused: error.code });
        }
      }
    },
    /** The questions, so that they can be answered where there is no network. */
    keepForm: (code: string, form: unknown) => keep.setItem(FORM + code, JSON.stringify(form)),
    keptForm: <T>(code: string) => readJson<T>(keep, FORM + code),
  };
}

/** It may work another time: no network, a busy or a broken server. */
export function isShut({ status }: Pick<Problem, 'status'>): boolean {
  return (
    status === 0 || status === 401 || status === 403 || status === 408 || status === 429 || status >= 500
  );
}

function readJson<T>(keep: Keep, key: string): T | undefined {
  const text = keep.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as T);
}
