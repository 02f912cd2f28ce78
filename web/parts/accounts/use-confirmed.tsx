import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { Problem } from '../../api/problem.ts';
import { ConfirmIdentity } from './confirm-identity.tsx';

interface Waiting {
  goOn(): void;
  giveUp(): void;
}

/**
 * For changes that ask who is there: `run(work)` does the work; where the server wants to know that it is still the
 * same person, a dialog asks, and the work is done again. Resolves to false when the person gives up.
 */
export function useConfirmed(): {
  dialog: ComponentChildren;
  run(work: () => Promise<void>): Promise<boolean>;
} {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const run = useCallback(async (work: () => Promise<void>) => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'confirm-needed') throw error;
    }
    const confirmed = await new Promise<boolean>((settle) =>
      setWaiting({ goOn: () => settle(true), giveUp: () => settle(false) }),
    );
    setWaiting(null);
    if (confirmed) await work();
    return confirmed;
  }, []);
  return {
    dialog: waiting && <ConfirmIdentity onConfirmed={waiting.goOn} onCancel={waiting.giveUp} />,
    run,
  };
}
