import { stepAt, totpCode } from '../../../server/accounts/totp.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app, as it reads the secret that a person types in. */
export function authenticator(secret: string) {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
  return { codeAt: (time: Date) => totpCode(Buffer.from(bytes), stepAt(time.getTime())) };
}
