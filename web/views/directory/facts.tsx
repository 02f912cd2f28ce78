import type { ComponentChildren } from 'preact';
import { Glyph } from '../../parts/glyph.tsx';

/** Questions and answers, one below the other: "For whom", "Cost". */
export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What nobody knows, so that people ask it: neither yes nor no. */
export function Ask({ children }: { children: ComponentChildren }) {
  return (
    <p class="ask">
      <Glyph name="ask" size={18} />
      <span>{children}</span>
    </p>
  );
}

/** Text of the source, its paragraphs kept. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n|\r\n\r\n/).filter((paragraph) => paragraph.trim());
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
