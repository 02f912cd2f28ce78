import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem.ts';
import { duplicatesEn } from '../../text/duplicates-en.ts';
import { duplicatesEs } from '../../text/duplicates-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useProblemText } from '../states.tsx';

const texts = { en: duplicatesEn, es: duplicatesEs };

export function useDuplicatesText() {
  return useTextOf(texts);
}

export type SayDuplicates = ReturnType<typeof useDuplicatesText>;

/** The last thing that was decided, in words, with the way back. */
export interface Done {
  text: string;
  undo?: () => Promise<void>;
}

/** Does one thing at a time, and tells what came of it. */
export function useDeciding(reload: () => void) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = async (work: () => Promise<unknown>, told: Done) => {
    setBusy(true);
    try {
      await work();
      setDone(told);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setDone(null);
    } finally {
      setBusy(false);
      reload();
    }
  };
  return { busy, done, problem, decide };
}

/** Why something could not be done. */
export function useRefusal(problem: Problem): string {
  const t = useDuplicatesText();
  const general = useProblemText(problem);
  const key = `error.${problem.code}`;
  return key in duplicatesEn ? t(key as keyof typeof duplicatesEn & `error.${string}`) : general;
}
