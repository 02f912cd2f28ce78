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

  it('wants the plain address of a service', () => {
    const read = (TRAVEL_URL: string) => readTravelConfig({ TRAVEL_ENGINE: 'osrm', TRAVEL_URL });
    const remote = { url: 'https://a.example.org/car/', mapVersion: '1', osrmMode: 'car', timeoutMs: 30_000 };
    expect(read('https://a.example.org/car')).to.deep.include({ engine: 'osrm', remote });
    expect(() => readTravelConfig({ TRAVEL_ENGINE: 'valhalla' })).to.throw('TRAVEL_URL is not set');
    expect(() => read('ftp://a.example.org')).to.throw('TRAVEL_URL is not right: give an address such as');
    for (const tail of ['?key=1', '#here'])
      expect(() => read(`https://a.example.org/${tail}`)).to.throw('an address without a password');
    expect(() => read('https://user:password@a.example.org')).to.throw('an address without a password');
  });
});
