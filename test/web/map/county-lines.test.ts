import { expect } from 'chai';
import { countyLines } from '../../../web/county-lines-plugin.ts';

/** What the build is given for a module's name. */
function moduleOf(id: string): string | null {
  const { load } = countyLines();
  return typeof load === 'function' ? (Reflect.apply(load, undefined, [`\0${id}`]) as string | null) : null;
}

describe('County lines', () => {
  it('are cut into one file a state', () => {
    const nebraska = moduleOf('virtual:county-lines/31') ?? '';
    const counties = JSON.parse(nebraska.slice('export default '.length, -1)) as {
      properties: { name: string };
      geometry: { coordinates: unknown };
    }[];
    expect(counties).to.have.length(93);
    expect(counties.map(({ properties }) => properties.name)).to.include('Custer');
    expect(JSON.stringify(counties[0]?.geometry.coordinates)).to.not.match(/\.\d{4}/);
  });

  it('are found by each state’s box', () => {
    const index = moduleOf('virtual:county-lines') ?? '';
    const box = /\[(\[[^\]]+\]), \(\) => import\('virtual:county-lines\/31'\)\]/.exec(index)?.[1] ?? '[]';
    const [west, south, east, north] = JSON.parse(box) as number[];
    expect(west).to.be.closeTo(-104.05, 0.05);
    expect(south).to.be.closeTo(40, 0.05);
    expect(east).to.be.closeTo(-95.31, 0.05);
    expect(north).to.be.closeTo(43, 0.05);
  });

  it('know no other modules', () => {
    expect(moduleOf('virtual:county-lines/99')).to.equal(null);
  });
});
