import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238 with what every authenticator app takes: HMAC-SHA-1, 6 digits, 30 seconds. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** 160 bits: RFC 4226, 4, requirement 6. */
export const SECRET_BYTES = 20;
/** A code of the step before or after counts too: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;

export function stepAt(time: number): number {
  return Math.floor(time / STEP_MS);
}

export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest[digest.length - 1]! & 0xf;
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
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

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6, without padding: what apps take, and what people can type. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address behind the QR code (github.com/google/google-authenticator/wiki/Key-Uri-Format). */
export function totpAddress(secret: Buffer, email: string): string {
  const label = encodeURIComponent(`Trellis:${email}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Trellis&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
}
