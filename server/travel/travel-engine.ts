import { straightLine } from '../../core/travel/straight-line.ts';
import type { TravelRules } from '../../core/travel/travel.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { openValhalla } from './roads/open-valhalla.ts';
import { readRoads, tileDirOf } from './roads/roads-folder.ts';
import { valhallaEngine } from './valhalla/valhalla-engine.ts';

/** The engine that this installation goes by. @throws AppError roads-missing */
export function travelEngine({ config, rules }: Pick<Deps, 'config' | 'rules'>): TravelEngine {
  const { travel } = config;
  if (travel.engine === 'roads') return roadsEngine(travel.roadsDir, rules.travel);
  return straightLine(rules.travel);
}

/** Times by the roads that were built last. */
export function roadsEngine(roadsDir: string, rules: TravelRules): TravelEngine {
  const build = readRoads(roadsDir);
  if (!build)
    throw new AppError(
      503,
      'roads-missing',
      'Travel goes by roads (TRAVEL_ENGINE), but none have been built: npm run trellis -- roads build <file.osm.pbf>.',
    );
  return valhallaEngine({
    name: 'roads',
    version: `roads ${build.version} ${straightLine(rules).version}`,
    rules,
    most: { smaller: 50, larger: 5_000 },
    open: () => openValhalla(tileDirOf(roadsDir, build.version)),
  });
}
