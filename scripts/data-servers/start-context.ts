import type { Folders, Server } from './processes/start-server.ts';

/** What the starting of each server needs to know. */
export interface StartContext extends Folders {
  cacheDir: string;
  env: NodeJS.ProcessEnv;
  onStep: (message: string) => void;
  /** 'off' trades safety against power failure for speed: for tests. */
  durability: 'full' | 'off';
  mongodbPort?: number;
  redisPort?: number;
}

export interface StartedServer<Kind extends string> {
  uri: string;
  kind: Kind;
  /** In the order of starting; stopped in the opposite one. */
  servers: Server[];
}
