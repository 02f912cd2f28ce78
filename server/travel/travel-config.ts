import { z } from 'zod';
import { TravelMode } from '../../core/travel/travel.ts';

const NAMES = ['straight', 'roads', 'osrm', 'valhalla'] as const;

export type TravelConfig =
  | { engine: 'straight'; roadsDir: string | undefined }
  | { engine: 'roads'; roadsDir: string }
  | { engine: 'osrm' | 'valhalla'; roadsDir: string | undefined; remote: RemoteConfig };

export interface RemoteConfig {
  /** Ends with a slash. Nothing but what lies below it is ever asked. */
  url: string;
  /** Of the service's map: times that were kept are good for one version. */
  mapVersion: string;
  /** An OSRM is set up for one mode. */
  osrmMode: TravelMode;
  timeoutMs: number;
}

const seconds = 'a whole number from 1 to 600';

const Vars = z.object({
  TRAVEL_ENGINE: z.enum(NAMES, NAMES.join(', ')).default('straight'),
  ROADS_DIR: z.string().optional(),
  TRAVEL_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://routing.example.org/', abort: true })
    .refine(isPlain, 'an address without a password, a question mark or a number sign')
    .transform((url) => `${url.replace(/\/+$/, '')}/`)
    .optional(),
  TRAVEL_MAP_VERSION: z.string().max(100).default('1'),
  TRAVEL_OSRM_MODE: TravelMode.default('car'),
  TRAVEL_TIMEOUT_SECONDS: z.coerce.number(seconds).int(seconds).min(1, seconds).max(600, seconds).default(30),
});

/** @throws Error with a sentence for each variable that is missing or wrong */
export function readTravelConfig(given: Record<string, string | undefined>): TravelConfig {
  const parsed = Vars.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map(explain).join('\n'));
  const { TRAVEL_ENGINE: engine, ROADS_DIR: roadsDir, TRAVEL_URL: url, ...vars } = parsed.data;
  if (engine === 'straight') return { engine, roadsDir };
  if (engine === 'roads') {
    if (roadsDir === undefined)
      throw new Error(
        'ROADS_DIR is not set: TRAVEL_ENGINE=roads needs the folder in which roads were built.',
      );
    return { engine, roadsDir };
  }
  if (url === undefined)
    throw new Error(`TRAVEL_URL is not set: TRAVEL_ENGINE=${engine} needs the address of the service.`);
  const { TRAVEL_MAP_VERSION: mapVersion, TRAVEL_OSRM_MODE: osrmMode } = vars;
  return {
    engine,
    roadsDir,
    remote: { url, mapVersion, osrmMode, timeoutMs: vars.TRAVEL_TIMEOUT_SECONDS * 1000 },
  };
}

function explain({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} is not right: give ${message}.`;
}

function isPlain(text: string): boolean {
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
}
