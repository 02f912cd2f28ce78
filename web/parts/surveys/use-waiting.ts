import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { AnswerByCode } from '../../../core/surveys/answer.ts';
import { sendAnswer } from '../../api/surveys.ts';
import { type WaitingAnswer, waitingAnswers } from '../../state/waiting-answers.ts';

const AGAIN_MS = 20_000;

/** Sends what waits on this device: at once, when the network is back, and every now and then. */
export function useWaiting() {
  const kept = useMemo(() => waitingAnswers(), []);
  const [waiting, setWaiting] = useState<WaitingAnswer[]>(() => kept.list());
  const send = useCallback(async () => {
    await kept.send(sendAnswer);
    setWaiting(kept.list());
  }, [kept]);
  useEffect(() => {
    send();
    addEventListener('online', send);
    const timer = setInterval(send, AGAIN_MS);
    return () => {
      removeEventListener('online', send);
      clearInterval(timer);
    };
  }, [send]);
  return {
    kept,
    open: waiting.filter(({ refused }) => refused === undefined),
    refused: waiting.filter(({ refused }) => refused !== undefined),
    /** It lies on the device before it is sent: whatever happens on the way, it is not lost. */
    put: async (answer: AnswerByCode) => {
      kept.put(answer);
      await send();
    },
    dropRefused: () => {
      for (const { answer, refused } of kept.list()) if (refused !== undefined) kept.drop(answer.id);
      setWaiting(kept.list());
    },
  };
}
