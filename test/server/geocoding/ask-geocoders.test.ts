import { expect } from 'chai';
import type { AddressToAsk } from '../../../core/geocoding/address-to-ask.ts';
import { type Asking, geocoderOf, guardFor } from '../../../server/geocoding/geocoder.ts';
import { readGeocoderConfig } from '../../../server/geocoding/geocoder-config.ts';
import { geocoderStub } from '../../support/geocoder-stub.ts';

const POINT: [number, number] = [-92.3, 38.95];
const LABEL = '12 MILL RD, ALDER CREEK, MO, 65001';
const asked: AddressToAsk = {
  street: '12 Mill Rd',
  city: 'Alder Creek',
  state: 'MO',
  postalCode: '65001',
  country: '',
};

describe('Asking a geocoder', () => {
  let stub: Awaited<ReturnType<typeof geocoderStub>>;
  let waits: number[];
  before(async () => {
    stub = await geocoderStub();
    stub.places.set('12 MILL RD', [{ point: POINT, label: LABEL }]);
  });
  after(() => stub.close());
  beforeEach(() => {
    waits = [];
    stub.requests.length = 0;
  });

  /** Nothing is waited for; how long it would have been is noted. */
  function ask(vars: Record<string, string>, addresses: readonly AddressToAsk[] = [asked]) {
    const config = readGeocoderConfig(vars);
    const asking: Asking = {
      guard: guardFor(config),
      signal: new AbortController().signal,
      now: () => new Date('2026-05-04T12:00:00Z'),
      wait: async (ms) => void waits.push(ms),
    };
    return geocoderOf(config)!.ask(addresses, asking);
  }
  const census = () => ({ GEOCODER: 'census', GEOCODER_ADDRESS: `${stub.address}/addressbatch` });
  const nominatim = () => ({
    GEOCODER: 'nominatim',
    GEOCODER_ADDRESS: `${stub.address}/search`,
    GEOCODER_EMAIL: 'maps@example.org',
  });

  it('sends the Census a file and its benchmark in one request', async () => {
    const answers = await ask(census(), [{ ...asked, street: '1 No Road' }, asked]);
    expect(answers.map((answer) => answer?.found.length)).to.deep.equal([0, 1]);
    expect(answers[1]?.found[0]).to.deep.include({ point: POINT, label: LABEL });
    expect(stub.requests).to.have.length(1);
    expect(stub.requests[0]?.text).to.include('name="benchmark"\r\n\r\nPublic_AR_Current\r\n');
  });

  it('asks Nominatim once a second, and says who asks', async () => {
    const answers = await ask(nominatim(), [asked, { ...asked, street: '1 No Road' }]);
    expect(answers[0]?.found[0]).to.deep.include({ point: POINT, quality: 'exact', states: ['MO'] });
    expect(answers[1]).to.deep.equal({ found: [] });
    expect(waits).to.deep.equal([1000, 1000]);
    expect(stub.requests[0]?.headers['user-agent']).to.match(/^Trellis /);
    expect(stub.requests[0]?.text).to.include('email=maps%40example.org');
  });

  it('asks again when the other side wants it, or ever later, and gives up in the end', async () => {
    stub.refusals.push({ status: 429, headers: { 'retry-after': '40' } }, { status: 503 });
    const answers = await ask(census());
    expect(answers[0]?.found).to.have.length(1);
    expect(waits).to.deep.equal([40_000, 10_000]);
    waits = [];
    stub.refusals.push(...Array.from({ length: 6 }, () => ({ status: 503 })));
    const failure = await ask(census()).catch((error: Error) => error);
    expect(String(failure)).to.include('HTTP 503');
    expect(waits).to.deep.equal([5_000, 10_000, 20_000, 40_000, 80_000]);
  });

  it('does not ask again where it is refused, and reaches no private address of its own accord', async () => {
    stub.refusals.push({ status: 403 });
    const failure = await ask(census()).catch((error: Error) => error);
    expect(String(failure)).to.include('HTTP 403');
    expect(waits).to.deep.equal([]);
    const config = readGeocoderConfig({ GEOCODER: 'census' });
    expect(guardFor(config).privateHosts.size).to.equal(0);
  });
});

describe('The configuration of the geocoder', () => {
  it('is off, and asks the public servers where nothing else is said', () => {
    expect(readGeocoderConfig({})).to.deep.equal({ name: 'none' });
    expect(geocoderOf(readGeocoderConfig({}))).to.equal(undefined);
    const census = readGeocoderConfig({ GEOCODER: 'census' });
    expect(census).to.deep.include({ isOwn: false, benchmark: 'Public_AR_Current' });
    const email = { GEOCODER: 'nominatim', GEOCODER_EMAIL: 'maps@example.org' };
    // Its policy is one a second, whatever somebody sets.
    expect(readGeocoderConfig({ ...email, GEOCODER_PAUSE_MS: '0' })).to.deep.include({ pauseMs: 1000 });
    const own = { ...email, GEOCODER_PAUSE_MS: '0', GEOCODER_ADDRESS: 'http://nominatim:8080/search' };
    expect(readGeocoderConfig(own)).to.deep.include({ pauseMs: 0, isOwn: true });
  });

  it('says what is wrong', () => {
    const wrong: [Record<string, string>, string][] = [
      [{ GEOCODER: 'google' }, 'GEOCODER is not right: give none, census, nominatim.'],
      [{ GEOCODER: 'nominatim' }, 'GEOCODER_EMAIL is not set'],
      [{ GEOCODER_EMAIL: 'me' }, 'GEOCODER_EMAIL is not right: give an e-mail address.'],
      [{ GEOCODER_ADDRESS: 'ftp://a.org' }, 'GEOCODER_ADDRESS is not right: give an address such as'],
      [{ GEOCODER_PAUSE_MS: '-1' }, 'GEOCODER_PAUSE_MS is not right: give a whole number'],
    ];
    for (const [vars, words] of wrong) expect(() => readGeocoderConfig(vars)).to.throw(words);
  });
});
