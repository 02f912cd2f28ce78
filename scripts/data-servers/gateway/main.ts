import { startGateway } from './start-gateway.ts';

/**
 * The gateway as a process of its own, so that its work never holds up the application's event loop. Ends with its parent: the
 * channel between them closes whatever way the parent goes.
 */
const [socketDir = '', user = '', port = '0'] = process.argv.slice(2);
const gateway = await startGateway({ socketDir, user, port: Number(port) });
process.send?.({ port: gateway.port });

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  setTimeout(() => process.exit(0), 2000).unref();
  await gateway.close().catch(() => undefined);
  process.exit(0);
}
process.on('disconnect', close);
process.on('SIGTERM', close);
process.on('SIGINT', close);
