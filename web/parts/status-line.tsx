import type { ComponentChildren } from 'preact';

/** One sentence that says how things stand; read out when it changes. Always in the page, even while empty. */
export function StatusLine({ children, hidden = false }: { children: ComponentChildren; hidden?: boolean }) {
  return (
    <p role="status" class={hidden ? 'visually-hidden' : 'status-line'}>
      {children}
    </p>
  );
}
