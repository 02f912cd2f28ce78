import { type Engine, type EngineClient, releaseClient } from './engine.ts';
import { gatewayError } from './gateway-error.ts';

/** A cursor between two pages. */
export interface Cursor {
  id: bigint;
  database: string;
  collection: string;
  /** Where the engine goes on: opaque, goes back as it came. */
  continuation: Buffer;
  /** The connection that the cursor lives on; null where any will do. */
  pinned: EngineClient | null;
  sessionId: string;
  /** The client's socket that used it last. */
  owner: symbol;
  busy: boolean;
  usedAt: number;
}

export type CursorStore = ReturnType<typeof createCursorStore>;

export interface CursorLimits {
  /** MongoDB's own default is ten minutes. */
  idleMs: number;
  /** Cursors that hold a connection; beyond it the longest unused is closed. */
  maxPinned: number;
}

/** Open cursors by id. A cursor is here exactly as long as a getMore may come for it. */
export function createCursorStore(engine: Engine, limits: CursorLimits) {
  const cursors = new Map<bigint, Cursor>();
  const sweep = setInterval(
    () => closeWhere((cursor) => cursor.usedAt < Date.now() - limits.idleMs),
    limits.idleMs / 10,
  );
  sweep.unref();

  function close(cursor: Cursor): void {
    if (!cursors.delete(cursor.id)) return;
    // The portal dies with its connection: closing it is the one way that frees everything the engine holds.
    if (cursor.pinned) {
      if (cursor.busy) engine.cancel(cursor.pinned);
      releaseClient(cursor.pinned, true);
    }
  }

  function closeWhere(matches: (cursor: Cursor) => boolean): void {
    for (const cursor of [...cursors.values()]) if (matches(cursor)) close(cursor);
  }

  return {
    add(cursor: Cursor): void {
      cursors.set(cursor.id, cursor);
      if (!cursor.pinned) return;
      const pinned = [...cursors.values()].filter((each) => each.pinned && !each.busy);
      if (pinned.length > limits.maxPinned) close(pinned.reduce((a, b) => (a.usedAt <= b.usedAt ? a : b)));
    },

    /** Takes a cursor for one getMore; give it back with `settle`. */
    acquire(id: bigint, owner: symbol): Cursor {
      const cursor = cursors.get(id);
      if (!cursor) throw gatewayError('CursorNotFound', `cursor id ${id} not found`);
      if (cursor.busy) throw gatewayError('CursorInUse', `cursor id ${id} is already in use`);
      cursor.busy = true;
      cursor.owner = owner;
      return cursor;
    },

    /** After a getMore: with a continuation the cursor stays, without it is over. */
    settle(cursor: Cursor, continuation: Buffer | null): void {
      cursor.busy = false;
      cursor.usedAt = Date.now();
      if (continuation) cursor.continuation = continuation;
      else if (cursors.delete(cursor.id) && cursor.pinned) releaseClient(cursor.pinned, true);
    },

    /** Closes cursors by id and tells which were there. */
    kill(ids: readonly bigint[]): { killed: bigint[]; notFound: bigint[] } {
      const killed = ids.filter((id) => cursors.has(id));
      for (const id of killed) close(cursors.get(id)!);
      return { killed, notFound: ids.filter((id) => !killed.includes(id)) };
    },

    closeWhere,
    close(): void {
      clearInterval(sweep);
      closeWhere(() => true);
    },
    get size(): number {
      return cursors.size;
    },
  };
}
