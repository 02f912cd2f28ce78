import { expect } from 'chai';
import { deviceOf } from '../../../server/accounts/device.ts';

describe('What is kept of a browser', () => {
  const agents: [userAgent: string, device: object][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      { browser: 'Edge', system: 'Windows' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      { browser: 'Safari', system: 'iPhone' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      { browser: 'Chrome', system: 'Android' },
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 15.0) Chrome/140.0.0.0 Safari/537.36',
      { browser: 'Chrome', system: 'ChromeOS' },
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      { browser: 'Firefox', system: 'Mac' },
    ],
    ['curl/8.5.0', {}],
    ['', {}],
  ];
  for (const [userAgent, device] of agents) {
    it(`is its kind and its system, without versions: ${Object.values(device).join(' on ') || 'nothing'}`, () =>
      expect(deviceOf(userAgent)).to.deep.equal(device));
  }
});
