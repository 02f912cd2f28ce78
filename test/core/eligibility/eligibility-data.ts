import { readFileSync } from 'node:fs';
import {
  AttributeWords,
  type EligibilityWords,
  ProgramWords,
} from '../../../core/eligibility/eligibility-words.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/eligibility/${name}.json`, import.meta.url), 'utf8'));

/** The programs and attributes of data/. */
export const eligibility: EligibilityWords = {
  programs: ProgramWords.parse(json('programs')),
  attributes: AttributeWords.parse(json('attributes')),
};
