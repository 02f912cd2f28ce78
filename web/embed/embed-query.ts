import { asLanguage } from '../text/language.ts';
import type { Language } from '../text/translate.ts';
import { type FindQuery, formatFindQuery, parseFindQuery } from '../views/find/find-query.ts';
import { THEMES, type Theme } from './fit-accent.ts';

/** How Find looks and speaks in the page of another site. */
export interface EmbedLook {
  /** What stands above it; empty: nothing. */
  title: string;
  /** Null: the one of the reader's browser. */
  lang: Language | null;
  /** Null: the one of the reader's system. */
  theme: Theme | null;
  /** "#1f6f54", as the site gave it; null: ours. */
  accent: string | null;
}

/** All that an address of /embed holds: what it shows first, and how. */
export interface EmbedQuery {
  find: FindQuery;
  look: EmbedLook;
}

export const LONGEST_TITLE = 80;

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function parseEmbedQuery(params: URLSearchParams): EmbedQuery {
  const accent = /^[0-9a-f]{6}$/i.exec(params.get('accent') ?? '')?.[0];
  return {
    // Who is approved is told to who is signed in, and nobody is here.
    find: { ...parseFindQuery(params), approved: false },
    look: {
      title: (params.get('title') ?? '').trim().slice(0, LONGEST_TITLE),
      lang: asLanguage(params.get('lang')) ?? null,
      theme: THEMES.find((theme) => theme === params.get('theme')) ?? null,
      accent: accent ? `#${accent.toLowerCase()}` : null,
    },
  };
}

/** The shortest address that says the same. */
export function formatEmbedQuery({ find, look }: EmbedQuery): URLSearchParams {
  const params = formatFindQuery({ ...find, approved: false });
  if (look.title.trim()) params.set('title', look.title.trim());
  if (look.lang) params.set('lang', look.lang);
  if (look.theme) params.set('theme', look.theme);
  if (look.accent) params.set('accent', look.accent.slice(1));
  return params;
}
