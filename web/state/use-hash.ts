import { useEffect, useState } from 'preact/hooks';

/** What stands behind the "#". Two mails opened one after the other in one tab differ in nothing else. */
export function useHash(): string {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}
