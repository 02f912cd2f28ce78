import { z } from 'zod';
import { SignInTrouble } from './sign-in-trouble.ts';

/** What a service says of a person, of all of which only this is looked at. */
const ServiceClaims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  /** Only a true that is true: a service that writes "true" in quotes is not believed. */
  email_verified: z.literal(true).optional().catch(undefined),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
});

export interface Claims {
  subject: string;
  email: string | undefined;
  emailVerified: boolean;
  name: string | undefined;
}

/** @throws SignInTrouble `not-confirmed` for what names nobody */
export function readClaims(said: unknown): Claims {
  const parsed = ServiceClaims.safeParse(said);
  if (!parsed.success) throw new SignInTrouble('not-confirmed', 'no subject');
  const { sub, email, email_verified, name } = parsed.data;
  return { subject: sub, email, emailVerified: email_verified === true, name };
}
