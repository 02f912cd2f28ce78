import { reasonToRead } from '../../core/audit/reason.ts';
import { type Action, actionSpec } from '../../core/policy/actions.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { NotOpen } from './app-error.ts';
import type { Access, AccessDetails } from './route.ts';

/** The policy for one request, whether it has been asked, and whether it is written down which students were seen. */
export function askPolicy(audit: AuditTrail, account: Account | null, action: Action) {
  let asked = false;
  let recorded = false;
  const ask = (resource: Resource) => {
    asked = true;
    return decide(account, action, resource);
  };
  const record = async (studentIds: readonly string[], details: AccessDetails = {}) => {
    recorded = true;
    if (studentIds.length === 0) return;
    await audit.record({ action, account, studentIds, why: reasonToRead(account, studentIds), ...details });
  };
  const access: Access = {
    async must(resource, details) {
      const decision = ask(resource);
      if (!decision.allowed) throw new NotOpen();
      // A resource that names no student, such as a school, says nothing yet of whom the answer will tell.
      const { studentIds = [] } = resource;
      if (actionSpec(action).aboutStudents && studentIds.length > 0) await record(studentIds, details);
      return decision.redact;
    },
    saw: record,
    may: (resource) => ask(resource).allowed,
    opens(resourceOf) {
      asked = true;
      return (record) => ask(resourceOf(record)).allowed;
    },
  };
  return { access, wasAsked: () => asked, wasRecorded: () => recorded };
}
