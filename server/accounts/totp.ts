import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** What every authenticator app takes, whatever the address says (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;
/** 160 bits: RFC 4226, 4, requirement 6. */
export const SECRET_BYTES = 20;
/** A code of the step before or after counts too: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;

export function stepAt(time: number): number {
  return Math.floor(time / (STEP_SECONDS * 1000));
}

export function totpCode(secret: Buffer, step: number): string {
  return TOTP.generate({ ...SHAPE, secret: asSecret(secret), timestamp: step * STEP_SECONDS * 1000 });
}

/** The step whose code this is, or undefined. The earliest one, so that the later ones stay unused. */
export function stepOfCode(secret: Buffer, code: string, time: number): number | undefined {
  const now = stepAt(time);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, index) => now - WINDOW + index);
  return steps.find((step) => step >= 0 && isSame(totpCode(secret, step), code));
}

function isSame(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** RFC 4648, 6, without padding: what apps take, and what people can type. */
export function base32(bytes: Buffer): string {
  return asSecret(bytes).base32;
}

/** The address behind the QR code (github.com/google/google-authenticator/wiki/Key-Uri-Format). */
export function totpAddress(secret: Buffer, email: string): string {
  return new TOTP({ ...SHAPE, issuer: 'Trellis', label: email, secret: asSecret(secret) }).toString();
}

function asSecret(bytes: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
