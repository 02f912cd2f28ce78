import { AppError } from '../http/app-error.ts';

export function outOfScope(): AppError {
  return new AppError(403, 'out-of-scope', 'You can only give roles within your own district.');
}
