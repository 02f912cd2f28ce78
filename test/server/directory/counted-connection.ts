import { type Connection, createConnection } from 'mongoose';

/** A second connection to a test's database that counts what is asked of the engine. */
export function countedConnection(dbName: string) {
  const db: Connection = createConnection(process.env.MONGODB_URI ?? '', { dbName, monitorCommands: true });
  let count = 0;
  db.getClient().on('commandStarted', () => {
    count += 1;
  });
  /** How many commands `work` needs. */
  async function countDuring(work: () => Promise<unknown>): Promise<number> {
    const before = count;
    await work();
    return count - before;
  }
  return { db, countDuring };
}
