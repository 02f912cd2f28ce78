import { AppError } from '../http/app-error.ts';

/** Lets so much of something go on at the same time in this process, and turns away the rest. */
export function atOnce(most: number): (work: () => Promise<void>) => Promise<void> {
  let busy = 0;
  return async (work) => {
    if (busy >= most)
      throw new AppError(503, 'busy', 'Several of these files are being made. Please try again in a minute.');
    busy += 1;
    try {
      await work();
    } finally {
      busy -= 1;
    }
  };
}
