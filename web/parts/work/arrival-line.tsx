import { useEffect, useState } from 'preact/hooks';

let waiting = { path: '', words: '' };

/** Leaves a sentence for the page that is gone to next, about what was done on this one. */
export function sayOnArrival(path: string, words: string): void {
  waiting = { path, words };
}

/** Says once what was left for this page. It stands empty first, so that it is read out. */
export function ArrivalLine() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (waiting.path === location.pathname) setSaid(waiting.words);
    waiting = { path: '', words: '' };
  }, []);
  return (
    <p role="status" class={said ? 'arrival' : 'visually-hidden'}>
      {said}
    </p>
  );
}
