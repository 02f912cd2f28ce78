import { z } from 'zod';
import { OfferView } from '../../core/directory/offer-view.ts';
import { Location, Organization, Service } from '../../core/directory/service.ts';
import { District } from '../../core/district/district.ts';
import { JobView } from '../../core/jobs/job.ts';
import { School } from '../../core/schools/school.ts';
import { Term } from '../../core/taxonomy/term.ts';
import { Problem } from '../http/problem.ts';

/** Shapes that many answers share, by the name that they have in the description. */
export const namedShapes = z.registry<{ id: string }>();

const SHAPES = { District, JobView, Location, OfferView, Organization, Problem, School, Service, Term };

for (const [id, shape] of Object.entries(SHAPES)) namedShapes.add(shape, { id });
