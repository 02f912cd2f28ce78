import { z } from 'zod';
import { SchoolYear } from '../../core/assessments/rating.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Deps } from '../deps.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { actionRoutes } from './action-routes.ts';
import { AssessmentList, AssessmentPage, AssessmentReports } from './assessments-answers.ts';
import { goalRoutes } from './goal-routes.ts';
import { listAssessments } from './list-assessments.ts';
import { findPlace, listPlaces, type Place, placeResource } from './places.ts';
import { questionRoutes } from './question-routes.ts';
import { rateRoute } from './rate-route.ts';
import { frameOf, presentYear, showPlace } from './show-place.ts';
import { viewPlaces } from './view-places.ts';

const Year = z.object({ year: z.coerce.number().pipe(SchoolYear).optional() });
const Id = z.object({ id: z.string().max(100) });

/** The four Cs and the standards of family engagement: where schools and districts stand, and what follows from it. */
export function assessmentRoutes(deps: Deps): Route[] {
  return [listRoute(deps), readRoute(deps), reportRoute(deps), rateRoute(deps)].concat(
    questionRoutes(deps),
    goalRoutes(deps),
    actionRoutes(deps),
  );
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/assessments',
    summary: 'Where each school stands in the four Cs and the six standards',
    action: 'assessments.read',
    query: Year,
    returns: AssessmentList,
    handle: async ({ query, account, access }) => {
      const places = await openPlaces(deps, access);
      const year = query.year ?? presentYear(deps);
      const { rows, goals, asked } = await listAssessments(deps, places, year);
      const districtIds = [...new Set(places.map(({ districtId }) => districtId))];
      return {
        year,
        ...(await frameOf(deps, places, year)),
        items: rows,
        districts: districtIds.map((id) => ({
          id,
          mayLead: decide(account, 'assessments.lead', { districtId: id }).allowed,
          questions: asked(id, year),
          goals: goals.filter(({ districtId }) => districtId === id),
        })),
      };
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/assessments/:id',
    summary: 'Where one school or district stands',
    action: 'assessments.read',
    params: Id,
    query: Year,
    returns: AssessmentPage,
    handle: async ({ params, query, account, access }) => {
      const place = await findPlace(deps.db, params.id);
      await access.must(placeResource(place));
      return showPlace(deps, place, query.year ?? presentYear(deps), account);
    },
  });
}

/** All places at once: what is printed for the board. */
function reportRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/assessment-reports',
    summary: 'All places that are open, as a board gets them',
    action: 'assessments.read',
    query: Year,
    returns: AssessmentReports,
    handle: async ({ query, access }) => {
      const places = await openPlaces(deps, access);
      const year = query.year ?? presentYear(deps);
      return { year, ...(await frameOf(deps, places, year)), items: await viewPlaces(deps, places, year) };
    },
  });
}

async function openPlaces({ db }: Deps, access: Access): Promise<Place[]> {
  return (await listPlaces(db)).filter(access.opens(placeResource));
}
