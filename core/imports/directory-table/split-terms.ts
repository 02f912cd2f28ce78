import { normalName } from '../../taxonomy/crosswalk.ts';
import { saysNothing } from '../clean-text.ts';
import { plainId } from './flat-ids.ts';

export interface CellTerm {
  id: string;
  name: string;
  code?: string;
}

/** The categories of a row: names and codes side by side where there are as many of both, each for itself where not. */
export function splitTerms(names: string, codes: string): CellTerm[] {
  const [labels, numbers] = [splitCategories(names), splitCategories(codes)];
  const paired = labels.length > 0 && labels.length === numbers.length;
  const terms = paired
    ? labels.map((name, index) => withCode(name, numbers[index]!))
    : [...labels.map((name) => ({ id: termId(name), name })), ...numbers.map((code) => withCode(code, code))];
  return [...new Map(terms.map((term) => [term.id, term])).values()];
}

/**
 * "Food Pantries; Shelters", a JSON list, or lines. Commas part categories only where nothing else does: many names hold
 * one ("Libraries, public").
 */
export function splitCategories(text: string): string[] {
  const pieces = jsonList(text) ?? text.split(/[;|\n]/);
  const parts = pieces.length === 1 ? pieces[0]!.split(/,(?=\s*\p{Lu})/u) : pieces;
  return parts.map((part) => part.trim().slice(0, 300)).filter((part) => !saysNothing(part));
}

export function termId(name: string): string {
  return normalName(name).replaceAll(' ', '-') || encodeURIComponent(name);
}

function withCode(name: string, code: string): CellTerm {
  return { id: plainId(code), name, code };
}

function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : undefined;
  } catch {
    return undefined;
  }
}
