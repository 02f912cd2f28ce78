import type { Action } from '../../core/policy/actions.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import { notFound } from './app-error.ts';
import type { Access } from './route.ts';

/** The policy for one request, and whether it has been asked. */
export function askPolicy(account: Account | null, action: Action): { access: Access; wasAsked(): boolean } {
  let asked = false;
  const ask = (resource: Resource) => {
    asked = true;
    return decide(account, action, resource);
  };
  const access: Access = {
    async must(resource) {
      const decision = ask(resource);
      if (!decision.allowed) throw notFound();
      return decision.redact;
    },
    may: (resource) => ask(resource).allowed,
    opens(resourceOf) {
      asked = true;
      return (record) => ask(resourceOf(record)).allowed;
    },
  };
  return { access, wasAsked: () => asked };
}
