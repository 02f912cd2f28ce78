import { Writable } from 'node:stream';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { createLog } from '../../server/create-log.ts';
import { testDatabase } from '../support/database.ts';

describe('The log', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let db: Connection;
  let text = '';
  const log = createLog(
    'info',
    new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    }),
  );
  before(async () => {
    database = await testDatabase();
    db = database.connection;
  });
  after(() => database.drop());
  beforeEach(() => {
    text = '';
  });

  it('tells why records could not be written, and nothing of what stands in them', async () => {
    const house = { _id: 'house' as never, address: '77 Quietlane', point: [-92.123456, 38.654321] };
    const failed = await db
      .collection('locations')
      .insertMany([house, house])
      .catch((error: Error) => error);
    expect(JSON.stringify(failed), 'what the error itself carries').to.include('Quietlane');
    log.error({ err: failed }, 'an import failed');
    const [line] = text.trim().split('\n');
    const { err } = JSON.parse(line!) as { err: Record<string, unknown> };
    expect(err).to.include({ type: 'MongoBulkWriteError', code: 11000 });
    expect(err.message).to.match(/duplicate key/);
    expect(err.stack).to.be.a('string');
    expect(text).not.to.match(/quietlane|92\.123|38\.654/i);
  });

  it('does not write out what somebody threw instead of an error', () => {
    log.error({ err: { address: '77 Quietlane' } }, 'odd');
    expect(JSON.parse(text)).to.deep.include({ err: { type: 'object' }, msg: 'odd' });
  });
});
