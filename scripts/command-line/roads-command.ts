import { Position } from '../../core/geo/point.ts';
import { TRAVEL_MODES, TravelMode } from '../../core/travel/travel.ts';
import type { Deps } from '../../server/deps.ts';
import { readDistrict } from '../../server/settings/district-store.ts';
import { type openValhalla, valhallaVersion } from '../../server/travel/roads/open-valhalla.ts';
import { readRoads, tileDirOf } from '../../server/travel/roads/roads-folder.ts';
import { roadsEngine } from '../../server/travel/travel-engine.ts';
import { buildRoads, sizeOf } from '../roads/build-roads.ts';
import { checkExtract } from '../roads/check-extract.ts';
import { judgeRoads, placesToReach, refuseElsewhere } from '../roads/judge-roads.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, type CommandInput, HELP } from './help.ts';

/** Builds the roads of the district, tells which are in use, or draws how far one comes on them. */
export const roadsCommand: Command = async (input) => {
  const [what, path] = input.words;
  if (what === 'build' && path !== undefined) return prepareBuild(path, input);
  if (what === 'status') return (deps) => tellStatus(deps, input);
  if (what === 'reach') return prepareReach(input);
  throw new Refusal(HELP);
};

async function prepareBuild(path: string, { say }: CommandInput) {
  say(`Checking ${path} …`);
  const checked = await checkExtract(path);
  return async (deps: Deps) => {
    const roadsDir = roadsDirOf(deps);
    refuseElsewhere(checked.bounds, (await readDistrict(deps.db))?.bounds);
    const places = await placesToReach(deps.db);
    const judge = (ask: Awaited<ReturnType<typeof openValhalla>>) => judgeRoads(ask, places, say);
    await buildRoads({ roadsDir, path, checked, builtAt: deps.clock(), say, judge });
    return tellStatus(deps, { say });
  };
}

async function tellStatus(deps: Deps, { say }: Pick<CommandInput, 'say'>): Promise<number> {
  const roadsDir = roadsDirOf(deps);
  const build = readRoads(roadsDir);
  const engine = await valhallaVersion();
  say(
    engine
      ? `Valhalla ${engine} is installed.`
      : 'Valhalla (the package @valhallajs/valhallajs) is not installed.',
  );
  if (!build) {
    say(`No roads in ${roadsDir}. Make some: npm run trellis -- roads build <file.osm.pbf>`);
    return 0;
  }
  const { version, extract, bounds, builtAt } = build;
  const megabytes = ((await sizeOf(tileDirOf(roadsDir, version))) / 1e6).toFixed(1);
  say(
    `Roads ${version} from ${extract.name}, built ${builtAt} with Valhalla ${build.engine}, ${megabytes} MB.`,
  );
  if (bounds) say(`They cover ${bounds.join(', ')} (west, south, east, north).`);
  const inUse = deps.config.travel.engine === 'roads';
  say(
    inUse
      ? 'Gaps and proposals go by them.'
      : `They are not used: travel goes by ${deps.config.travel.engine}. Set TRAVEL_ENGINE=roads${process.env.ROADS_DIR ? '' : ` and ROADS_DIR=${roadsDir}`} for the API and the workers.`,
  );
  return 0;
}

/** Prints the area as GeoJSON, for any map program. */
async function prepareReach({ values, say }: CommandInput) {
  const from = Position.safeParse(
    String(values.from ?? '')
      .split(',')
      .map(Number),
  );
  const mode = TravelMode.safeParse(values.mode ?? 'walk');
  const minutes = Number(values.minutes ?? 15);
  if (!from.success || !mode.success || !(minutes > 0 && minutes <= 240))
    throw new Refusal(
      `roads reach needs --from=<longitude,latitude>, --mode ${TRAVEL_MODES.join('|')} and --minutes of 1 to 240.`,
    );
  return async (deps: Deps) => {
    const engine = roadsEngine(roadsDirOf(deps), deps.rules.travel);
    const geometry = await engine.reach?.(from.data, mode.data, minutes);
    if (!geometry)
      throw new Refusal(`There is no road for this from there: ${mode.data}, ${minutes} minutes.`);
    const properties = { mode: mode.data, minutes, roads: engine.version };
    say(JSON.stringify({ type: 'Feature', properties, geometry }));
    return 0;
  };
}

function roadsDirOf({ config }: Deps): string {
  const { roadsDir } = config.travel;
  if (roadsDir === undefined)
    throw new Refusal('ROADS_DIR is not set: it names the folder in which roads are built.');
  return roadsDir;
}
