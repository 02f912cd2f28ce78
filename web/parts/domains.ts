import type { DomainId } from '../../core/taxonomy/term.ts';
import type { GlyphName } from './glyph.tsx';

/** How each of the nine domains looks, the same in pins, chips, legends and charts. */
export const domainGlyphs: Record<DomainId, GlyphName> = {
  academic: 'book-open',
  'social-emotional': 'smile',
  'health-nutrition': 'heart-pulse',
  'basic-needs': 'shopping-basket',
  arts: 'palette',
  'sports-play': 'volleyball',
  'college-career': 'graduation-cap',
  'family-support': 'heart-handshake',
  'community-life': 'users',
};

/** The colour for light and dark stands in styles/tokens.css. */
export function domainColor(domain: DomainId | null): string {
  return `var(--domain-${domain ?? 'community-life'})`;
}

export function domainGlyph(domain: DomainId | null): GlyphName {
  return domain ? domainGlyphs[domain] : 'map-pin';
}
