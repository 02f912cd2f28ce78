import { useRef, useState } from 'preact/hooks';

/**
 * Sends one value at a time; of what is wanted meanwhile the newest goes next, and the rest is never sent. Where sending
 * tells that it failed, nothing more is sent until somebody asks again.
 */
export function useOneAtATime<T extends object>(send: (value: T) => Promise<boolean>) {
  const [busy, setBusy] = useState(false);
  const wanted = useRef<T | null>(null);
  const sender = useRef(send);
  sender.current = send;
  const save = async (value: T): Promise<void> => {
    const isSending = wanted.current !== null;
    wanted.current = value;
    if (isSending) return;
    setBusy(true);
    let sent: T;
    do sent = wanted.current;
    while ((await sender.current(sent)) && wanted.current !== sent);
    wanted.current = null;
    setBusy(false);
  };
  return { busy, save };
}
