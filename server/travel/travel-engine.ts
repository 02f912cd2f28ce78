import { straightLine } from '../../core/travel/straight-line.ts';
import type { TravelRules } from '../../core/travel/travel.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { keepTimes } from './kept/keep-times.ts';
import { askRemote } from './remote/ask-remote.ts';
import { osrmEngine } from './remote/osrm-engine.ts';
import { openValhalla } from './roads/open-valhalla.ts';
import { readRoads, tileDirOf } from './roads/roads-folder.ts';
import type { RemoteConfig } from './travel-config.ts';
import { valhallaEngine } from './valhalla/valhalla-engine.ts';

/** The engine that this installation goes by; what takes long to find is kept. @throws AppError roads-missing */
export function travelEngine(deps: Pick<Deps, 'config' | 'rules' | 'db' | 'clock'>): TravelEngine {
  const { travel } = deps.config;
  const rules = deps.rules.travel;
  if (travel.engine === 'straight') return straightLine(rules);
  if (travel.engine === 'roads') return keepTimes(roadsEngine(travel.roadsDir, rules), deps);
  return keepTimes(remoteEngine(travel.engine, travel.remote, rules), deps);
}

/** Times by a service elsewhere. */
export function remoteEngine(
  kind: 'osrm' | 'valhalla',
  remote: RemoteConfig,
  rules: TravelRules,
  ask = askRemote(remote),
): TravelEngine {
  const { mapVersion, osrmMode: mode } = remote;
  if (kind === 'osrm') return osrmEngine({ ask, mode, mapVersion, rules });
  return valhallaEngine({
    name: 'remote',
    version: `valhalla ${mapVersion} ${straightLine(rules).version}`,
    rules,
    // As many as a Valhalla allows unless its operator has set it up otherwise.
    most: { smaller: 50, larger: 50 },
    open: async () => ask,
  });
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
