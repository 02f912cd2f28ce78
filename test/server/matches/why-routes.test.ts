import { expect } from 'chai';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { weightingOf } from '../../../core/matching/weighting.ts';
import { announceOffers } from '../../../server/directory/offer-changes.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { sealNewStudent } from '../../../server/students/seal-identity.ts';
import { students } from '../../../server/students/student-collection.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { district } from '../access/records.ts';

const MIKA = 'student-00000';
const TERM = 'reading-tutoring';
/** Of Mika's term: every fifth offer; the full ones are those whose number is divisible by 8. */
const FULL = 'offer-0000';
const OPEN = 'offer-0005';

describe('Questions about a student’s matches', () => {
  const town = littleTown({ studentCount: 4 });
  let at: Awaited<ReturnType<typeof testApp>>;
  const people = {} as Record<'coordinator' | 'staff' | 'other', Agent>;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, town);
    await announceOffers(at.deps.db, null);
    await saveDistrict(at.deps.db, district('district'));
    people.coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    people.staff = await at.signIn({ role: 'staff', schoolIds: ['school-0'] });
    people.other = await at.signIn({ role: 'coordinator', schoolIds: ['school-1'] });
  });
  after(() => at.close());

  const ask = async (what: string, body: object, agent = people.coordinator) =>
    (await agent.post(`/api/v1/students/${MIKA}/${what}`).send(body).expect(200)).body;
  const why = (offerId: string, agent?: Agent) => ask('why', { term: TERM, offerId }, agent);
  const setOffer = async (id: string, change: object) => {
    await model(at.deps.db, offers).updateOne({ _id: id }, change);
    await announceOffers(at.deps.db, ['service']);
  };

  it('say of a place what each limit answers, with the place and the one it is measured by', async () => {
    const { pair, offers: named, weighting } = await why(FULL);
    expect(pair).to.include({ offerId: FULL, outcome: 'limit', limit: 'full' });
    expect(pair.limits.map(({ limit }: { limit: string }) => limit)).to.deep.equal([
      'too-far',
      'hours',
      'full',
    ]);
    expect(named[FULL]).to.include({ serviceName: 'Service 0' });
    expect(named).to.have.property(pair.compared.offerId);
    expect(weighting.weights).to.deep.equal(at.deps.rules.matching.weights);
  });

  it('are answered by what the directory says now', async () => {
    const { help, offers: named } = await ask('what-would-help', { term: TERM });
    expect(help.helps).to.deep.include({ kind: 'place', offerId: FULL, opened: 1, offerIds: [FULL] });
    expect(named).to.have.property(FULL);
    expect((await ask('what-would-help', { term: TERM, offerId: FULL })).help.helps).to.have.length(1);

    await setOffer(FULL, { $set: { placesFree: 2 } });
    expect((await why(FULL)).pair).to.include({ outcome: 'match' });
    await setOffer(FULL, { $set: { placesFree: 0 } });
    expect((await why(FULL)).pair).to.include({ outcome: 'limit' });
  });

  it('show the matches under other weights and store none of it', async () => {
    const weights = { ...at.deps.rules.matching.weights, travel: 0, language: 10 };
    const { wishes, offers: named } = await ask('matches/preview', { weights, travelHalfMinutes: 30 });
    const { taxonomy, travel, matching } = at.deps.rules;
    const expected = createMatcher({
      ...town,
      taxonomy,
      travel,
      rules: { ...matching, weights, travelHalfMinutes: 30 },
      today: at.deps.clock().toISOString().slice(0, 10),
    }).matchStudent(town.students[0]!);
    expect(wishes).to.deep.equal(JSON.parse(JSON.stringify(expected.wishes)));
    for (const { matches } of wishes)
      for (const { offerId } of matches) expect(named).to.have.property(offerId);
    const { body } = await people.coordinator.get(`/api/v1/students/${MIKA}/matches`).expect(200);
    expect(body.run).to.equal(null);
  });

  it('are refused for a place or a wish that is not there, with the place in the input', async () => {
    for (const [body, path] of [
      [{ term: TERM, offerId: 'nothing' }, 'offerId'],
      [{ term: 'dental-care', offerId: OPEN }, 'term'],
      [{ term: TERM }, 'offerId'],
    ] as const) {
      const reply = await people.coordinator.post(`/api/v1/students/${MIKA}/why`).send(body).expect(400);
      expect(reply.body.errors[0].path).to.equal(path);
    }
    await people.other.post(`/api/v1/students/${MIKA}/why`).send({ term: TERM, offerId: OPEN }).expect(404);
  });

  it('are written down as a reading of the student', async () => {
    await why(OPEN, people.staff);
    const entries = await at.deps.db.collection('audit').find({}).toArray();
    expect(JSON.stringify(entries)).to.include('student.read').and.to.include(MIKA);
  });

  describe('of whom the reader may not know the circumstances', () => {
    let matched = '';
    before(async () => {
      const { wishes } = await ask('matches/preview', weightingOf(at.deps.rules.matching));
      matched = wishes.find(({ term }: { term: string }) => term === TERM).matches[0].offerId;
      const sealed = sealNewStudent(at.deps.sealing, MIKA, {
        contacts: [],
        circumstances: { incomeBand: { minimumFpl: 400 } },
      });
      await model(at.deps.db, students).updateOne({ _id: MIKA }, { $set: sealed });
      await setOffer(matched, { $set: { eligibility: { unknown: [], incomeMaximumFplPercent: 185 } } });
    });

    it('are told to who may, and to others only that the place asks for something', async () => {
      expect((await why(matched)).pair).to.include({ outcome: 'limit', limit: 'income' });
      const { pair } = await why(matched, people.staff);
      expect(pair).to.include({ outcome: 'conditions' });
      expect(pair).to.not.have.any.keys('limit', 'match', 'compared');
      expect(JSON.stringify(pair)).to.not.match(/income|fpl/i);
    });

    it('are answered as if nothing was known of them', async () => {
      const helped = await ask('what-would-help', { term: TERM }, people.staff);
      await model(at.deps.db, students).updateOne({ _id: MIKA }, { $unset: { sealedCircumstances: 1 } });
      const again = await ask('what-would-help', { term: TERM }, people.staff);
      expect(again.help).to.deep.equal(helped.help);
      const facts = (found: typeof helped) => found.help.facts.map(({ fact }: { fact: string }) => fact);
      expect(facts(await ask('what-would-help', { term: TERM }))).to.include('income-band');
      expect(facts(helped)).to.not.include('income-band');
    });
  });
});
