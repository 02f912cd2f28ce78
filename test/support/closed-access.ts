import type { Access } from '../../server/http/route.ts';

/** The policy of an action that opens nothing: for what must ask for an action of its own. */
export const closedAccess: Access = {
  must: () => Promise.reject(new Error('nothing is open')),
  saw: () => Promise.reject(new Error('nothing is open')),
  may: () => false,
  opens: () => () => false,
};
