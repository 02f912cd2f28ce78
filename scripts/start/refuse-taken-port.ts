import { createServer } from 'node:net';
import { Refusal } from './refusal.ts';

/** Tries the port before the slow steps. @throws Refusal when somebody else listens there. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw new Refusal(explain(error as NodeJS.ErrnoException, port));
  }
  await new Promise((resolve) => server.close(resolve));
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} is not open to you. Choose one above 1023: npm start -- --port 8080`;
  return `Trellis cannot listen on port ${port}: ${error.message}`;
}
