import { expect } from 'chai';
import { readTravelConfig } from '../../../server/travel/travel-config.ts';

describe('The configuration of travel', () => {
  it('goes by the straight line where nothing is said', () => {
    expect(readTravelConfig({})).to.deep.equal({ engine: 'straight', roadsDir: undefined });
  });

  it('wants the folder of the roads', () => {
    expect(readTravelConfig({ TRAVEL_ENGINE: 'roads', ROADS_DIR: '/roads' })).to.deep.equal({
      engine: 'roads',
      roadsDir: '/roads',
    });
    expect(() => readTravelConfig({ TRAVEL_ENGINE: 'roads' })).to.throw('ROADS_DIR is not set');
    expect(() => readTravelConfig({ TRAVEL_ENGINE: 'horse' })).to.throw(
      'TRAVEL_ENGINE is not right: give straight, roads',
    );
  });
});
