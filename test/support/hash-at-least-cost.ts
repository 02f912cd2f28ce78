import { hash } from '@node-rs/argon2';

/**
 * For passwords of people who are only there to ask something: the same kind of hash at the least that Argon2 takes, and
 * checking it costs what making it did. That those of the API are as dear as they should be is held by
 * account-routes.test.ts.
 */
export function hashAtLeastCost(password: string): Promise<string> {
  return hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
}
