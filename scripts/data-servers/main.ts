import { parseArgs } from 'node:util';
import { defaultCacheDir, startDataServers } from './start-data-servers.ts';

/** Runs both data servers until it is told to stop, and prints how to reach them. */
const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: '.trellis' },
    'cache-dir': { type: 'string' },
    'mongodb-port': { type: 'string' },
    'redis-port': { type: 'string' },
    durability: { type: 'string', default: 'full' },
  },
});

const port = (text: string | undefined, name: string): Record<string, number> =>
  text ? { [name]: Number(text) } : {};

const servers = await startDataServers({
  dataDir: values['data-dir'],
  cacheDir: values['cache-dir'] ?? defaultCacheDir(process.env),
  durability: values.durability === 'off' ? 'off' : 'full',
  onStep: (message) => console.error(message),
  ...port(values['mongodb-port'], 'mongodbPort'),
  ...port(values['redis-port'], 'redisPort'),
});
async function stop(code: number): Promise<never> {
  await servers.stop();
  process.exit(code);
}
servers.onExit((what, detail) => {
  console.error(`${what}: ${detail}`);
  void stop(1);
});
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

console.log(`MONGODB_URI=${servers.mongodbUri}`);
console.log(`REDIS_URL=${servers.redisUrl}`);
