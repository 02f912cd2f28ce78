import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasFile from 'us-atlas/counties-10m.json' with { type: 'json' };
import type { Plugin } from 'vite';

type Atlas = Topology<{ counties: GeometryCollection<{ name: string }> }>;
type County = Feature<Polygon | MultiPolygon, { name: string }>;
type Box = [west: number, south: number, east: number, north: number];

const INDEX = 'virtual:county-lines';

/**
 * Cuts the atlas of all counties (260 kB packed) into one small JSON file a state, so that a map without tiles brings
 * only the states it shows. `virtual:county-lines` is the address of a list: each state's box and file.
 */
export function countyLines(): Plugin {
  const made = countyFiles();
  return {
    name: 'county-lines',
    resolveId: (id) => (id === INDEX ? `\0${INDEX}` : null),
    async load(id) {
      return id === `\0${INDEX}` ? `export const listUrl = ${JSON.stringify((await made).listUrl)};` : null;
    },
    async generateBundle() {
      for (const [fileName, source] of (await made).files) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        const source = (await made).files.get((request.url ?? '').slice(1));
        if (source === undefined) return next();
        response.setHeader('content-type', 'application/json').end(source);
      });
    },
  };
}

/** Every file by its name, which carries its content's mark as all names of the build do. */
async function countyFiles(): Promise<{ files: Map<string, string>; listUrl: string }> {
  const files = new Map<string, string>();
  const add = async (name: string, content: unknown): Promise<string> => {
    const source = JSON.stringify(content);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
    const mark = Buffer.from(digest).toString('hex').slice(0, 8);
    const fileName = `assets/${name}-${mark}.json`;
    files.set(fileName, source);
    return `/${fileName}`;
  };
  const states: [Box, string][] = [];
  for (const [state, counties] of countiesByState())
    states.push([boxOf(counties), await add(`counties-${state}`, counties)]);
  return { files, listUrl: await add('counties', states) };
}

/** By the state's two digits, which begin every county's code (FIPS 6-4). */
function countiesByState(): Map<string, County[]> {
  const atlas = atlasFile as unknown as Atlas;
  const all = feature(atlas, atlas.objects.counties) as FeatureCollection<
    Polygon | MultiPolygon,
    { name: string }
  >;
  const states = new Map<string, County[]>();
  for (const county of all.features) {
    const state = String(county.id).slice(0, 2);
    states.set(state, [...(states.get(state) ?? []), rounded(county)]);
  }
  return states;
}

/** Three decimals are about a hundred metres: finer than the atlas. */
function rounded({ properties, geometry }: County): County {
  const round = (position: Position): Position =>
    position.map((degrees) => Math.round(degrees * 1000) / 1000);
  const ring = (positions: Position[]) => positions.map(round);
  const { name } = properties;
  return {
    type: 'Feature',
    properties: { name },
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
        : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((part) => part.map(ring)) },
  };
}

function boxOf(counties: readonly County[]): Box {
  const box: Box = [180, 90, -180, -90];
  for (const { geometry } of counties) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [lon = 0, lat = 0] of parts.flat(2)) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
