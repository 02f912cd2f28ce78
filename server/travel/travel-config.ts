import { z } from 'zod';

const NAMES = ['straight', 'roads'] as const;

export type TravelConfig =
  | { engine: 'straight'; roadsDir: string | undefined }
  | { engine: 'roads'; roadsDir: string };

const Vars = z.object({
  TRAVEL_ENGINE: z.enum(NAMES, NAMES.join(', ')).default('straight'),
  ROADS_DIR: z.string().optional(),
});

/** @throws Error with a sentence for each variable that is missing or wrong */
export function readTravelConfig(given: Record<string, string | undefined>): TravelConfig {
  const parsed = Vars.safeParse(given);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')} is not right: give ${message}.`)
        .join('\n'),
    );
  const { TRAVEL_ENGINE: engine, ROADS_DIR: roadsDir } = parsed.data;
  if (engine === 'straight') return { engine, roadsDir };
  if (roadsDir === undefined)
    throw new Error('ROADS_DIR is not set: TRAVEL_ENGINE=roads needs the folder in which roads were built.');
  return { engine, roadsDir };
}
