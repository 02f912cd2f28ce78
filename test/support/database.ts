import { randomUUID } from 'node:crypto';
import { type Connection, createConnection } from 'mongoose';

/** A database of a test's own on the server that MONGODB_URI names; `drop` removes it and closes the connection. */
export async function testDatabase(): Promise<{ connection: Connection; drop(): Promise<void> }> {
  const uri = process.env.MONGODB_URI;
  if (!uri) throw new Error('MONGODB_URI is not set: run the tests with "npm test".');
  const dbName = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const connection = await createConnection(uri, { dbName, serverSelectionTimeoutMS: 10_000 }).asPromise();
  return {
    connection,
    drop: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
