import { readFileSync } from 'node:fs';
import { Location, Organization, Service } from '../../../core/directory/service.ts';
import type { ComparedDirectory } from '../../../core/duplicates/directory-comparables.ts';
import { DuplicateRules } from '../../../core/duplicates/duplicate-rules.ts';

const file = new URL('../../../data/duplicates/rules.json', import.meta.url);
export const duplicateRules = DuplicateRules.parse(JSON.parse(readFileSync(file, 'utf8')));

const source = (id: string) => ({ system: 'test', id });

export const organization = (id: string, name: string, more: object = {}) =>
  Organization.parse({ id, name, source: source(id), ...more });

export const location = (id: string, name: string, more: object = {}) =>
  Location.parse({ id, name, source: source(id), pointQuality: 'exact', ...more });

export const service = (id: string, organizationId: string, name: string, more: object = {}) =>
  Service.parse({ id, organizationId, name, source: source(id), ...more });

export const directory = (parts: Partial<ComparedDirectory>): ComparedDirectory => ({
  organizations: [],
  locations: [],
  services: [],
  links: [],
  ...parts,
});
