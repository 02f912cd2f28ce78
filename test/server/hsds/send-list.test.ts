import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import type { Response } from 'express';
import { sendLines } from '../../../server/hsds/send-list.ts';

/** A reader who takes nothing until told to. */
function slowReader() {
  const events = new EventEmitter();
  const written: string[] = [];
  const res = Object.assign(events, {
    destroyed: false,
    type: () => undefined,
    write(text: string) {
      written.push(text);
      return false;
    },
    end: () => undefined,
  });
  return { res: res as unknown as Response, events: res, written };
}

/** Records as they are read, and how many were. */
function records() {
  const read = { count: 0 };
  async function* all() {
    for (let n = 0; n < 1000; n += 1) {
      read.count += 1;
      yield { id: String(n) };
    }
  }
  return { read, all: all() };
}

/** All that is under way has gone as far as it can. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('A list that is streamed', () => {
  it('is read no faster than it is taken', async () => {
    const { res, events, written } = slowReader();
    const { read, all } = records();
    const sending = sendLines(res, all);
    await settled();
    expect(read.count).to.equal(1);
    events.emit('drain');
    await settled();
    expect(written).to.deep.equal(['{"id":"0"}\n', '{"id":"1"}\n']);
    for (let n = 0; n < 20; n += 1) {
      events.emit('drain');
      await settled();
    }
    expect(written).to.have.lengthOf(22);
    expect(events.listenerCount('drain')).to.equal(1);
    events.destroyed = true;
    events.emit('close');
    await sending;
  });

  it('is not read on when the reader has gone', async () => {
    const { res, events } = slowReader();
    const { read, all } = records();
    const sending = sendLines(res, all);
    await settled();
    events.destroyed = true;
    events.emit('close');
    await sending;
    expect(read.count).to.be.below(3);
  });
});
