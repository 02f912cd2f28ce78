import type { ComponentChildren } from 'preact';
import type { DomainId } from '../../core/taxonomy/term.ts';
import { domainColor, domainGlyph } from './domains.ts';
import { Glyph, type GlyphName } from './glyph.tsx';

/** A short fact. `tone` repeats in colour what the words and the glyph already say. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: 'plain' | 'good' | 'signal' | 'error';
  icon?: GlyphName;
  children: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${tone}`}>
      {icon && <Glyph name={icon} size={15} />}
      {children}
    </span>
  );
}

/** A domain's or term's name with the domain's colour and glyph. */
export function DomainChip({ domain, children }: { domain: DomainId | null; children: ComponentChildren }) {
  return (
    <span class="chip chip-domain" style={{ color: domainColor(domain) }}>
      <Glyph name={domainGlyph(domain)} size={15} />
      {children}
    </span>
  );
}

/** The domain's glyph in its colour, as large as a pin's. */
export function DomainBadge({ domain, size = 20 }: { domain: DomainId | null; size?: number }) {
  return (
    <span class="domain-badge" style={{ color: domainColor(domain) }}>
      <Glyph name={domainGlyph(domain)} size={size} />
    </span>
  );
}

/** A filter that is on, with the way to take it off. */
export function RemovableChip({
  label,
  remove,
  onRemove,
}: {
  label: string;
  remove: string;
  onRemove(): void;
}) {
  return (
    <button type="button" class="chip chip-removable" aria-label={remove} onClick={onRemove}>
      {label}
      <Glyph name="x" size={15} />
    </button>
  );
}
