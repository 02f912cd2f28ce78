import { AppError } from '../http/app-error.ts';

/** Said alike for a wrong password, an unknown address and an account that is switched off. */
export function signInFailed(): AppError {
  return new AppError(401, 'sign-in-failed', 'The e-mail address or the password is not right.');
}
