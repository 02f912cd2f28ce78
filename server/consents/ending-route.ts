import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { shownName } from '../../core/students/shown-name.ts';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { listSchools } from '../schools/school-store.ts';
import { readStudentNames } from '../students/named-student-store.ts';
import { EndingConsents } from './consents-answers.ts';
import { endingConsents } from './ending-consents.ts';

/** More than anybody asks at once; how many there are in all is told with them. */
const MOST = 300;

/** Whose consents end within the next weeks, for whoever can have them signed again. */
export function endingRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/consents/ending',
    summary: 'Whose consents end soon',
    action: 'consents.ending',
    returns: EndingConsents,
    handle: async ({ account, access }) => {
      const today = utcDay(deps.clock());
      const all = await endingConsents(
        deps,
        account!,
        access.opens((student) => studentResource(student, today)),
      );
      const shown = all.slice(0, MOST);
      const ids = shown.map(({ student }) => student.id);
      await access.saw(ids);
      const names = await readStudentNames(deps, ids);
      const schools = new Map((await listSchools(deps.db)).map(({ id, name }) => [id, name]));
      const items = shown.map(({ student: { id, localId, schoolId }, consents }) => {
        const name = names.get(id);
        return {
          id,
          localId,
          name: name ? shownName(name) : null,
          school: schools.get(schoolId) ?? '',
          consents: consents.length,
          expiresAt: consents[0]?.expiresAt,
        };
      });
      return { items, total: all.length };
    },
  });
}
