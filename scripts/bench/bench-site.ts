import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import { loadDemo } from '../start/load-demo.ts';
import { withBenchDeps } from './bench-deps.ts';

/** Serves the whole site with the demo district while `work` looks at it. */
export function benchSite(webDir: string, work: (url: string, deps: Deps) => Promise<void>): Promise<void> {
  return withBenchDeps(async (deps) => {
    await loadDemo(deps, () => undefined);
    const server = createApp({ ...deps, config: { ...deps.config, webDir } }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, deps);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
}
