import type { Action, Reach } from './actions.ts';

/** What the key of another program can be made for. */
export const KEY_SCOPES = ['directory.read', 'directory.export', 'directory.import', 'figures.read'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export type KeyReach = Partial<Record<Action, Reach>>;

/**
 * The actions of each scope, and how far a key reaches with it: the directory, and figures that everybody may read. Nothing that
 * tells of a student is ever here, and no import of people.
 */
const OPENS: Record<KeyScope, KeyReach> = {
  'directory.read': {
    'directory.read': 'everything',
    'schools.read': 'everything',
    'settings.read': 'everything',
    'service.health': 'everything',
  },
  'directory.export': { 'directory.export': 'everything' },
  'directory.import': { 'imports.run': 'directory', 'imports.read': 'directory' },
  'figures.read': {
    'gaps.read': 'everything',
    'siting.read': 'everything',
    'co-location.read': 'everything',
  },
};

export function keyReach(scopes: readonly KeyScope[]): KeyReach {
  return Object.assign({}, ...scopes.map((scope) => OPENS[scope]));
}

/** The scopes with which a key may ever do it. */
export function scopesFor(action: Action): KeyScope[] {
  return KEY_SCOPES.filter((scope) => OPENS[scope][action] !== undefined);
}
