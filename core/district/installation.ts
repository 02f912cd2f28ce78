import { z } from 'zod';
import { Role } from '../accounts/role.ts';
import { TravelRules } from '../travel/travel.ts';
import { District } from './district.ts';

/** What a sign-in page of a demonstration offers. */
export const DemoSignIn = z.object({ email: z.string(), password: z.string(), role: Role, name: z.string() });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

/** What everybody may know of an installation, and the front end asks for first. */
export const Installation = z.object({
  /** Null before one has been set up. */
  district: District.nullable(),
  tiles: z.object({ url: z.string(), attribution: z.string() }).nullable(),
  /** Whom the sources of the directory ask to name. */
  credits: z.array(z.string()),
  travel: TravelRules,
  demo: z.boolean(),
  /** Sites whose pages may show Find in a frame; "*" is any. */
  framedBy: z.array(z.string()),
  demoAccounts: z.array(DemoSignIn).optional(),
});
export type Installation = z.infer<typeof Installation>;
