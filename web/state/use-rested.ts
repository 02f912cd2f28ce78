import { useEffect, useState } from 'preact/hooks';

/** Long enough that a word is typed, short enough that nobody waits for it. */
const PAUSE_MS = 200;

/** The value once it has rested: what is typed is not asked for letter by letter. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
