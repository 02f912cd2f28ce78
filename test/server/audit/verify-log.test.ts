import { expect } from 'chai';
import type { Collection } from 'mongoose';
import { parseAnchor, signAnchor, writeAnchor } from '../../../core/audit/anchor.ts';
import { auditCommand } from '../../../scripts/command-line/audit-command.ts';
import { saveAnchor } from '../../../server/audit/anchor-store.ts';
import {
  auditAnchors,
  auditCollections,
  entriesOf,
  type StoredEntry,
} from '../../../server/audit/audit-collections.ts';
import { auditSigner } from '../../../server/audit/audit-signer.ts';
import { createAuditTrail } from '../../../server/audit/audit-trail.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { model } from '../../../server/store/collection.ts';
import { students } from '../../../server/students/student-collection.ts';
import { doTask } from '../../../workers/run-tasks.ts';
import { runCommand } from '../../scripts/command-line/run-command.ts';
import { testApp } from '../../support/app.ts';
import { student } from '../access/records.ts';
import { put } from '../access/world.ts';

const COUNT = 12;
const [k1, k2, index] = [newKey('k1'), newKey('k2'), newKey('index')];

describe('audit verify', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let entries: Collection<StoredEntry>;
  before(async () => {
    at = await testApp({
      routes: [],
      collections: [...auditCollections, students],
      env: { DATA_KEYS: `${k1},${index}` },
    });
    entries = entriesOf(at.deps.db);
    await put(at.deps.db, 'students', student({ id: 'kept', schoolId: 'a', districtId: 'd' }));
  });
  after(() => at.close());
  beforeEach(async () => {
    await entries.deleteMany({});
    await model(at.deps.db, auditAnchors).deleteMany({});
    at.deps.audit = freshTrail();
    await write(COUNT);
  });

  /** A trail that knows nothing of the entries that another test removed. */
  function freshTrail(keys = at.deps.config.keyRing, clock = () => new Date()) {
    const { db, sealing, rules, log } = at.deps;
    return createAuditTrail({ db, sealing, signer: auditSigner(keys), reasons: rules.reasons, log, clock });
  }

  /** Writes entries, one a day from 2020-01-01 on, with a trail of its own. */
  async function write(
    count: number,
    more: { disclosed?: number; keys?: typeof at.deps.config.keyRing } = {},
  ) {
    let day = await entries.countDocuments();
    const { record } = freshTrail(more.keys, () => new Date(Date.UTC(2020, 0, 1 + day)));
    for (let n = 0; n < count; n += 1) {
      await record({
        action: 'student.read',
        account: null,
        studentIds: ['kept'],
        ...(n === more.disclosed && {
          disclosure: {
            recipient: { kind: 'organization', id: 'o1', name: 'O' },
            records: ['needs'],
            purpose: 'p',
          },
        }),
      });
      day += 1;
    }
  }

  const run = (words: string[], values = {}) => runCommand(at.deps, auditCommand, values, words);
  const macOf = async (seq: number) => (await entries.findOne({ _id: seq }))!.mac;

  it('says that a log is whole, and that an empty one is', async () => {
    const { code, said } = await run(['verify']);
    expect([code, said]).to.deep.equal([
      0,
      `The log is whole: 12 entries. The last is 12:${await macOf(12)}`,
    ]);
    await entries.deleteMany({});
    expect(await run(['verify'])).to.deep.equal({ code: 0, said: 'The log is whole: 0 entries.' });
  });

  const harms: Record<string, { harm(): Promise<unknown>; says: RegExp }> = {
    'a changed entry': {
      harm: () => entries.updateOne({ _id: 5 }, { $set: { why: 'law' } }),
      says: /^Wrong at entry 5: it is not as it was written. \(4 before/,
    },
    'a field that was added': {
      harm: () => entries.updateOne({ _id: 5 }, { $set: { extra: 1 } as never }),
      says: /^Wrong at entry 5: it is not as it was written/,
    },
    'a removed entry': {
      harm: () => entries.deleteOne({ _id: 5 }),
      says: /^Wrong at entry 5: it is missing/,
    },
    'a removed beginning': {
      harm: () => entries.deleteMany({ _id: { $lte: 5 } }),
      says: /^Wrong at entry 1: it is missing/,
    },
    'two that changed places': {
      harm: async () => {
        const found = await entries
          .find({ _id: { $in: [5, 6] } })
          .sort({ _id: 1 })
          .toArray();
        await entries.deleteMany({ _id: { $in: [5, 6] } });
        await entries.insertMany([
          { ...found[1]!, _id: 5 },
          { ...found[0]!, _id: 6 },
        ]);
      },
      says: /^Wrong at entry 5: it is not as it was written/,
    },
    'a copy put at the end': {
      harm: async () => entries.insertOne({ ...(await entries.findOne({ _id: 3 }))!, _id: 13 }),
      says: /^Wrong at entry 13: it is not as it was written/,
    },
  };
  for (const [name, { harm, says }] of Object.entries(harms)) {
    it(`finds ${name}`, async () => {
      await harm();
      const { code, said } = await run(['verify']);
      expect(code).to.equal(1);
      expect(said).to.match(says);
    });
  }

  it('finds that the end was cut off, by the note in the database', async () => {
    const { said: anchor } = await run(['anchor']);
    expect(parseAnchor(anchor)).to.deep.equal({ seq: 12, mac: await macOf(12) });
    await entries.deleteMany({ _id: { $gt: 10 } });
    const { code, said } = await run(['verify']);
    expect([code, said]).to.deep.equal([
      1,
      'Wrong at entry 12: it was there once, and now the log ends before it. (10 before it are whole.)',
    ]);
  });

  it('finds it by a note kept elsewhere, also when the notes in the database are gone and the log has grown again', async () => {
    const { said: anchor } = await run(['anchor']);
    await model(at.deps.db, auditAnchors).deleteMany({});
    await entries.deleteMany({ _id: { $gt: 10 } });
    await write(4);
    expect((await run(['verify'])).code).to.equal(0);
    const { code, said } = await run(['verify'], { anchor });
    expect([code, said]).to.deep.equal([
      1,
      'Wrong at entry 12: it is another than the one that was noted. (11 before it are whole.)',
    ]);
  });

  it('finds a note that somebody without the key has made', async () => {
    const forger = auditSigner({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32)]]), index: [] });
    const cut = { seq: 6, mac: await macOf(6), kind: 'cut', at: '2026-01-01' } as const;
    await saveAnchor(at.deps.db, signAnchor(cut, forger));
    await entries.deleteMany({ _id: { $lte: 6 } });
    const { code, said } = await run(['verify']);
    expect(code).to.equal(1);
    expect(said).to.match(/^Wrong at entry 6: the note .* was not made by Trellis/);
  });

  it('cuts off at a signed place, after which the rest is whole', async () => {
    const { said } = await run(['cut'], { before: '2020-01-09' });
    expect(said).to.equal('8 entries were removed.');
    const checked = await run(['verify']);
    expect(checked.code).to.equal(0);
    expect(checked.said).to.match(/^Entries up to 8 were removed on .*\nThe log is whole: 5 entries\./);
    expect((await entries.find().sort({ _id: -1 }).toArray())[0]?.action).to.equal('system.audit-cut');
  });

  it('does not cut off a disclosure of a student who is still kept', async () => {
    await entries.deleteMany({});
    await write(COUNT, { disclosed: 3 });
    expect((await run(['cut'], { before: '2021-01-01' })).said).to.equal('3 entries were removed.');
    expect((await run(['verify'])).code).to.equal(0);
  });

  it('checks what an older key has made, and says when that key is gone', async () => {
    const { keyRing } = at.deps.config;
    const second = Buffer.from(k2.split(':')[1]!, 'base64');
    const rotated = { ...keyRing, current: 'k2', keys: new Map([['k2', second], ...keyRing.keys]) };
    await write(3, { keys: rotated });
    const deps = (keys: typeof keyRing) => ({ ...at.deps, config: { ...at.deps.config, keyRing: keys } });
    const verify = (keys: typeof keyRing) => runCommand(deps(keys), auditCommand, {}, ['verify']);
    expect((await verify(rotated)).said).to.match(/^The log is whole: 15 entries/);
    const only = { ...rotated, keys: new Map([['k2', second]]) };
    expect((await verify(only)).said).to.match(
      /^Wrong at entry 1: it was made with a key that is not in DATA_KEYS/,
    );
  });

  it('has the end noted by the queue', async () => {
    await doTask(at.deps, 'upkeep', { name: 'anchor-log', data: {} } as Parameters<typeof doTask>[2]);
    const [anchor] = await model(at.deps.db, auditAnchors).collection.find().toArray();
    expect(writeAnchor(anchor as never)).to.equal(`12:${await macOf(12)}`);
  });

  it('refuses an anchor or a day that cannot be one', async () => {
    for (const [what, values] of [
      ['verify', { anchor: '12' }],
      ['cut', { before: 'long ago' }],
      ['cut', {}],
      ['', {}],
    ] as const) {
      const error = await run([what], values).catch((thrown) => thrown);
      expect(error.name, what).to.equal('Refusal');
    }
    expect(await entries.countDocuments()).to.equal(COUNT);
  });
});
