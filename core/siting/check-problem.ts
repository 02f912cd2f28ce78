import {
  SITING_MODELS,
  type SitingModel,
  type SitingProblem,
  type SitingProblemCode,
  SitingProblemError,
} from './siting-problem.ts';

/** @throws SitingProblemError for what cannot be asked */
export function checkProblem(problem: SitingProblem): void {
  checkSizes(problem);
  checkNumbers(problem);
  checkModel(problem);
  checkLimits(problem);
}

function checkSizes({ cost, weights, sites, siteCost, capacity }: SitingProblem): void {
  refuseIf(!Number.isSafeInteger(sites) || sites < 1, 'no-candidates', 'There is no candidate site.');
  refuseIf(weights.length === 0, 'no-demand', 'There is no demand place.');
  const wanted = weights.length * sites;
  refuseIf(cost.length !== wanted, 'sizes-differ', `cost has ${cost.length} values, not ${wanted}.`);
  refuseIf(
    siteCost !== undefined && siteCost.length !== sites,
    'sizes-differ',
    `siteCost has ${siteCost?.length} values for ${sites} sites.`,
  );
  refuseIf(
    capacity !== undefined && capacity.length !== sites,
    'sizes-differ',
    `capacity has ${capacity?.length} values for ${sites} sites.`,
  );
}

function checkNumbers({ cost, weights, siteCost, capacity, fixed, sites }: SitingProblem): void {
  const atLeastZero = (value: number) => value >= 0;
  const finite = (value: number) => value >= 0 && value < Number.POSITIVE_INFINITY;
  refuseIf(!weights.every(finite), 'bad-weight', 'A weight is negative, endless or no number.');
  refuseIf(!cost.every(atLeastZero), 'bad-cost', 'A cost is negative or no number.');
  refuseIf(
    !(capacity?.every(atLeastZero) ?? true),
    'bad-capacity',
    'A site takes fewer than nobody, or no number.',
  );
  refuseIf(!(siteCost?.every(finite) ?? true), 'bad-site-cost', 'A site costs less than 0 or no number.');
  const seen = new Set<number>();
  for (const site of fixed ?? []) {
    const isSite = Number.isSafeInteger(site) && site >= 0 && site < sites && !seen.has(site);
    refuseIf(!isSite, 'unknown-site', `Fixed site ${site} is no candidate, or named twice.`);
    seen.add(site);
  }
}

const WITH_CAPACITY: readonly SitingModel[] = ['mclp', 'p-median'];
const WITH_RADIUS: readonly SitingModel[] = ['mclp', 'lscp'];

function checkModel({ model, radius, capacity, p, budget, unreachedCost }: SitingProblem): void {
  refuseIf(!SITING_MODELS.includes(model), 'not-for-model', `There is no model ${model}.`);
  if (WITH_RADIUS.includes(model)) {
    refuseIf(radius === undefined, 'radius-missing', `${model} wants a radius.`);
    refuseIf(!((radius ?? 0) >= 0), 'bad-radius', `A radius of ${radius}.`);
  } else refuseIf(radius !== undefined, 'not-for-model', `${model} takes no radius.`);
  refuseIf(
    capacity !== undefined && !WITH_CAPACITY.includes(model),
    'not-for-model',
    `${model} takes no capacities.`,
  );
  const isLimited = p !== undefined || budget !== undefined;
  refuseIf(model === 'lscp' && isLimited, 'not-for-model', 'lscp takes neither p nor budget.');
  refuseIf(model !== 'lscp' && !isLimited, 'limit-missing', `${model} wants p or a budget.`);
  refuseIf(
    unreachedCost !== undefined && (model !== 'p-median' || !(unreachedCost >= 0)),
    'not-for-model',
    'What the unreached count is for p-median, and at least 0.',
  );
}

function checkLimits({ p, sites, fixed = [], siteCost, budget }: SitingProblem): void {
  if (p !== undefined) {
    refuseIf(!Number.isSafeInteger(p) || p < 1, 'bad-p', `p is ${p}.`);
    refuseIf(p > sites, 'more-than-candidates', `${p} sites of ${sites} candidates.`);
    refuseIf(p < fixed.length, 'fewer-than-fixed', `${p} sites, and ${fixed.length} are fixed.`);
  }
  if (budget === undefined) return;
  refuseIf(!(budget >= 0), 'bad-budget', `A budget of ${budget}.`);
  if (!siteCost)
    throw new SitingProblemError('site-cost-missing', 'A budget, and nobody said what sites cost.');
  const standing = fixed.reduce((sum, site) => sum + siteCost[site]!, 0);
  refuseIf(standing > budget, 'budget-too-small', `The fixed sites cost ${standing}.`);
  const isAnyOpen = fixed.length > 0 || siteCost.some((price) => price <= budget);
  refuseIf(!isAnyOpen, 'budget-too-small', 'No site is within the budget.');
}

function refuseIf(isWrong: boolean, code: SitingProblemCode, message: string): void {
  if (isWrong) throw new SitingProblemError(code, message);
}
