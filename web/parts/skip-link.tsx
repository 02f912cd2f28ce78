import type { ComponentChildren } from 'preact';

/** Shown when focused: takes the focus past what stands in between. The target has `tabIndex={-1}`. */
export function SkipLink({ to, children }: { to: string; children: ComponentChildren }) {
  // A plain `#` link would also change the address, which holds the search.
  const go = (event: Event) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a class="skip-link" href={`#${to}`} onClick={go}>
      {children}
    </a>
  );
}
