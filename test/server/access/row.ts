import type { Role } from '../../../core/accounts/role.ts';
import type { Scope, World } from './world.ts';

/** Who asks: an account of a role that is held for what is `own` in the world, or the public. */
export type Asker = Role | 'public';

/**
 * One route of the table, as it is asked, and whom it opens which scope for: `own` is what the asker's grants name,
 * `sibling` another of the same district, `foreign` one of another district. Who is not named is let in nowhere.
 */
export interface AccessRow {
  /** As in "GET /students/:id". */
  route: string;
  /** The address for a scope; without it the route's path, where no part depends on the record. */
  path?(world: World, scope: Scope): string;
  /** What is sent. */
  body?(world: World, scope: Scope): object;
  /** What is sent to have it really done, where `body` stops short of it so that the world stays. */
  really?(world: World, scope: Scope): object;
  /** A route that is the same for everyone has no scopes: then `own` says whether it is open. */
  opens: Partial<Record<Asker, string>> | 'everyone' | 'signed-in';
  /** What an open answer may be instead of 2xx, where the world has nothing to answer with (409, 400 …). */
  alsoOpen?: readonly number[];
  /** Lists answer 200 to all who may ask: this tells whether the answer holds the scope's record. */
  shows?(body: unknown, world: World, scope: Scope): boolean;
}

const ALL = 'own sibling foreign';
const DISTRICT = 'own sibling';
const OWN = 'own';

/** Frequent patterns. The matrix's administrator and district leader are held for the own district. */
export const opens = {
  staff: { administrator: DISTRICT, 'district-leader': DISTRICT, coordinator: OWN, staff: OWN },
  leaders: { administrator: DISTRICT, 'district-leader': DISTRICT },
  administrator: { administrator: DISTRICT },
  all: ALL,
  own: OWN,
  district: DISTRICT,
} as const;
