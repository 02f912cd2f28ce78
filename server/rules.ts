import { readFile } from 'node:fs/promises';
import { MatchingRules } from '../core/matching/match.ts';
import { parseTaxonomy, type Taxonomy } from '../core/taxonomy/taxonomy.ts';
import { TravelRules } from '../core/travel/travel.ts';

/** What people edit in data/, parsed once at start: a mistake there stops the start with its place. */
export interface Rules {
  taxonomy: Taxonomy;
  travel: TravelRules;
  matching: MatchingRules;
}

const dataDir = new URL('../data/', import.meta.url);

export async function readRules(): Promise<Rules> {
  const [taxonomy, travel, matching] = await Promise.all([
    readData('taxonomy/whole-child.json', parseTaxonomy),
    readData('travel/modes.json', (json) => TravelRules.parse(json)),
    readData('matching/rules.json', (json) => MatchingRules.parse(json)),
  ]);
  return { taxonomy, travel, matching };
}

/** Parses one file of data/; an error names the file. */
export async function readData<T>(path: string, parse: (json: unknown) => T): Promise<T> {
  const text = await readFile(new URL(path, dataDir), 'utf8');
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`data/${path} is not right: ${error instanceof Error ? error.message : error}`);
  }
}
