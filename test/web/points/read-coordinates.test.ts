import { expect } from 'chai';
import {
  readLatitude,
  readLongitude,
  readPoint,
  splitPair,
  typedPoint,
} from '../../../web/parts/points/read-coordinates.ts';

describe('A point that is typed', () => {
  it('is longitude and latitude, as figures on earth', () => {
    expect(readPoint({ latitude: ' 40.8136° ', longitude: '−96.7' })).to.deep.equal([-96.7, 40.8136]);
    expect(readPoint(typedPoint([-96.7, 40.8]))).to.deep.equal([-96.7, 40.8]);
    for (const wrong of ['', 'north', '40.', '91', '1e2', '40.8 N', '--4'])
      expect(readLatitude({ latitude: wrong, longitude: '0' }), wrong).to.equal(undefined);
    expect(readLongitude({ latitude: '0', longitude: '180.1' })).to.equal(undefined);
    expect(readPoint({ latitude: '40', longitude: '' })).to.equal(undefined);
  });

  it('can be pasted as a pair, and is left alone while it is half typed', () => {
    for (const pair of ['40.8, -96.7', '40.8 -96.7', '40.8;-96.7'])
      expect(splitPair(pair, '')).to.deep.equal({ latitude: '40.8', longitude: '-96.7' });
    expect(splitPair('40.', '-96')).to.deep.equal({ latitude: '40.', longitude: '-96' });
    expect(splitPair('40.8,', '-96')).to.deep.equal({ latitude: '40.8,', longitude: '-96' });
  });
});
