import { FEED_FILES, type FetchRecord, feedFetches } from '../feeds/feed-collections.ts';
import { model } from '../store/collection.ts';
import { deleteFile, filesBefore } from '../store/sealed-files.ts';
import { addSwept, type Sweep, type Swept, sweepBoth } from './sweep.ts';
import { sweepExpired } from './sweep-expired.ts';

const DAY_MS = 86_400_000;

/** Files that no note leads to: a fetch was killed between the two, or the note has just gone. */
const sweepLost: Sweep = async ({ db }) => {
  // Whoever fetches at this moment has a day to write the note.
  const before = new Date(Date.now() - DAY_MS);
  let sum: Swept = { deleted: 0 };
  for (const { filename, uploadDate } of await filesBefore(db, FEED_FILES, before)) {
    if (await model<FetchRecord>(db, feedFetches).exists({ _id: filename, hasFile: true })) continue;
    await deleteFile(db, FEED_FILES, filename);
    sum = addSwept(sum, { deleted: 1, oldest: uploadDate.toISOString() });
  }
  return sum;
};

/** What feeds brought: the notes first, then the files that they led to. */
export const sweepFeedFiles: Sweep = sweepBoth(sweepExpired(feedFetches.name, 'at', 'text'), sweepLost);
