import { useEffect, useId, useRef } from 'preact/hooks';

/** The id for a button that opens something: once that closes, the focus returns to it. */
export function useFocusBack(open: boolean): string {
  const id = useId();
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) document.getElementById(id)?.focus();
    wasOpen.current = open;
  }, [open, id]);
  return id;
}
