import { z } from 'zod';
import { AppError } from '../../http/app-error.ts';
import type { ValhallaAsk } from '../valhalla/valhalla-ask.ts';
import { actingConfig } from './valhalla-config.ts';

const PACKAGE = '@valhallajs/valhallajs';

/** As much of an actor as we use: questions and answers are JSON texts. */
interface Actor {
  matrix(query: string): Promise<string>;
  locate(query: string): Promise<string>;
  isochrone(query: string): Promise<string>;
}

const Package = z.object({
  Actor: z.custom<new (config: string) => Actor>((value) => typeof value === 'function'),
  VALHALLA_VERSION: z.string(),
});

/** The engine's version; undefined where the package is not installed or has nothing for this kind of computer. */
export async function valhallaVersion(): Promise<string | undefined> {
  return (await findPackage())?.VALHALLA_VERSION;
}

/** Opens tiles that are on this disk. @throws AppError roads-engine-missing */
export async function openValhalla(tileDir: string): Promise<ValhallaAsk> {
  const found = await findPackage();
  if (!found)
    throw new AppError(
      503,
      'roads-engine-missing',
      `Travel goes by roads (TRAVEL_ENGINE), but the package ${PACKAGE} is not installed or does not run on this kind of computer. Install it, or set TRAVEL_ENGINE=straight.`,
    );
  const actor = new found.Actor(JSON.stringify(actingConfig(tileDir)));
  return async (action, question) => {
    const asked = JSON.stringify(question);
    if (action === 'sources_to_targets') return JSON.parse(await actor.matrix(asked));
    return JSON.parse(await actor[action](asked));
  };
}

/** An optional package: its name stands in a variable, so that neither compiler nor bundler insists on it. */
async function findPackage(): Promise<z.infer<typeof Package> | undefined> {
  const found: unknown = await import(PACKAGE).catch(() => undefined);
  return Package.safeParse(found).data;
}
