import { expect } from 'chai';
import { countyLines } from '../../../web/county-lines-plugin.ts';

/** What the build writes, by file name. */
async function builtFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { generateBundle } = countyLines();
  const emitFile = ({ fileName, source }: { fileName: string; source: string }) =>
    files.set(fileName, source);
  if (typeof generateBundle === 'function') await Reflect.apply(generateBundle, { emitFile }, []);
  return files;
}

/** What the build is given for a module's name. */
async function moduleOf(id: string): Promise<string | null> {
  const { load } = countyLines();
  return typeof load === 'function'
    ? ((await Reflect.apply(load, undefined, [`\0${id}`])) as string | null)
    : null;
}

describe('County lines', () => {
  let files = new Map<string, string>();
  let states: [box: number[], url: string][] = [];
  let box: number[] = [];
  let url = '';

  before(async () => {
    files = await builtFiles();
    const listUrl = /"(.+)"/.exec((await moduleOf('virtual:county-lines')) ?? '')?.[1] ?? '';
    states = JSON.parse(files.get(listUrl.slice(1)) ?? '[]') as typeof states;
    [box, url] = states.find(([, address]) => address.startsWith('/assets/counties-31-')) ?? [[], ''];
  });

  it('are cut into one file a state', () => {
    const counties = JSON.parse(files.get(url.slice(1)) ?? '[]') as {
      properties: { name: string };
      geometry: { coordinates: unknown };
    }[];
    expect(counties).to.have.length(93);
    expect(counties.map(({ properties }) => properties.name)).to.include('Custer');
    expect(JSON.stringify(counties[0]?.geometry.coordinates)).to.not.match(/\.\d{4}/);
  });

  it('are found by each state’s box', () => {
    const [west, south, east, north] = box as [number, number, number, number];
    expect(west).to.be.closeTo(-104.05, 0.05);
    expect(south).to.be.closeTo(40, 0.05);
    expect(east).to.be.closeTo(-95.31, 0.05);
    expect(north).to.be.closeTo(43, 0.05);
  });

  it('name no file that is not there', () => {
    for (const [, address] of states) expect(files.has(address.slice(1)), address).to.equal(true);
    expect(files.size).to.equal(states.length + 1);
  });

  it('know no other modules', async () => {
    expect(await moduleOf('virtual:county-lines/99')).to.equal(null);
  });
});
