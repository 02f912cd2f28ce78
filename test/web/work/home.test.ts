import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ROLES, RoleGrant } from '../../../core/accounts/role.ts';
import { pagesFor } from '../../../web/parts/home/pages.ts';
import { WORK_PATHS } from '../../../web/views/work-paths.ts';

const app = readFileSync(new URL('../../../web/app.tsx', import.meta.url), 'utf8');

/** "/import/:id?" leads to "/import" as well. */
function hasRoute(href: string): boolean {
  const named = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '');
  const routes = [...named, ...WORK_PATHS];
  return routes.some((path) => {
    const parts = path.split('/').filter((part) => !part.endsWith('?'));
    const wanted = href.split('/');
    return parts.every((part, at) => part === wanted[at]) && wanted.length <= path.split('/').length;
  });
}

const grantOf = (role: string) => RoleGrant.parse({ role });

describe('The pages of the page after sign-in', () => {
  for (const role of ROLES) {
    it(`all exist for a ${role}, each once, and one's own account is among them`, () => {
      const pages = pagesFor([grantOf(role)]).flatMap(([, some]) => some);
      const hrefs = pages.map(({ href }) => href);
      // What stands beside our pages is no view of theirs.
      const own = pages.flatMap(({ href, target }) => (target ? [] : [href]));
      expect(own.filter((href) => !hasRoute(href))).to.deep.equal([]);
      expect(new Set(hrefs).size).to.equal(hrefs.length);
      expect(hrefs).to.include('/accounts/own');
    });
  }

  it('are those that a role has use for', () => {
    const of = (role: string) =>
      pagesFor([grantOf(role)]).flatMap(([, pages]) => pages.map(({ href }) => href));
    expect(of('administrator')).to.include.members(['/accounts', '/audit', '/import']);
    expect(of('coordinator')).to.include.members(['/schools', '/plans']).and.not.include('/accounts');
    expect(of('partner')).to.include('/shared').and.not.include('/plans');
    const family = pagesFor([RoleGrant.parse({ role: 'family', studentIds: ['s'] })]);
    expect(family[0]?.[1].map(({ href }) => href)).to.deep.equal([
      '/students/s',
      '/students/s/plan',
      '/students/s/reviews',
    ]);
    const both = pagesFor([RoleGrant.parse({ role: 'family', studentIds: ['s'] }), grantOf('coordinator')]);
    expect(new Set(both.map(([group]) => group)).size).to.equal(both.length);
    expect(of('family')).to.not.include.members(['/schools']).and.not.include('/import');
  });
});
