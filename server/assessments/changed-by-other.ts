import { AppError } from '../http/app-error.ts';

/** A goal or an action that is not any more as it was on the screen. */
export function changedByOther(): AppError {
  return new AppError(
    409,
    'assessment-changed',
    'Somebody else has changed this in the meantime. Look at theirs first; yours is still here.',
  );
}

export function refuseUnknown(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', [{ path, message }]);
}
