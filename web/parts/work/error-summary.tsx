import { useEffect, useRef } from 'preact/hooks';
import { Glyph } from '../glyph.tsx';

interface ErrorSummaryProps {
  title: string;
  errors: readonly (string | undefined)[];
  /** Counts the refusals: each moves the focus to the first wrong field, or here where no field is wrong. */
  turn: number;
}

/** What is wrong with a form, on top of it. */
export function ErrorSummary({ title, errors, turn }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn === 0) return;
    const form = summary.current?.closest('form');
    (form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? summary.current)?.focus();
  }, [turn]);
  const said = errors.filter((error) => error !== undefined);
  return (
    <div
      ref={summary}
      tabIndex={-1}
      role="alert"
      class={said.length > 0 ? 'error-summary' : 'visually-hidden'}
    >
      {said.length > 0 && (
        <>
          <p>
            <Glyph name="alert" size={18} /> <strong>{title}</strong>
          </p>
          <ul>
            {said.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
