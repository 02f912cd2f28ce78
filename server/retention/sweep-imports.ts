import { importStaging } from '../imports/import-collections.ts';
import { deleteUpload, UPLOADS } from '../imports/upload-store.ts';
import { type JobRecord, jobs } from '../jobs/job-collection.ts';
import { model, type Stored } from '../store/collection.ts';
import { filesBefore } from '../store/sealed-files.ts';
import { addSwept, type Sweep, type Swept } from './sweep.ts';

/** Files that wait longer than any import takes: their import was given up, or its end was not heard of. */
export const sweepUploads: Sweep = async ({ db }, until) => {
  let sum: Swept = { deleted: 0 };
  for (const { filename, uploadDate } of await filesBefore(db, UPLOADS, until)) {
    await deleteUpload(db, filename);
    sum = addSwept(sum, { deleted: 1, oldest: uploadDate.toISOString() });
  }
  return sum;
};

/** Rows of imports that have ended before `until` or are gone: a killed one clears up only when it is tried again. */
export const sweepStaging: Sweep = async ({ db }, until) => {
  const staging = db.collection<{ importId: string }>(importStaging.name);
  const ids = (await staging.distinct('importId')) as string[];
  const open = await model<JobRecord>(db, jobs)
    .find(
      {
        _id: { $in: ids },
        $or: [{ finishedAt: { $exists: false } }, { finishedAt: { $gte: until.toISOString() } }],
      },
      { _id: 1 },
    )
    .lean<Pick<Stored<JobRecord>, '_id'>[]>();
  const kept = new Set(open.map(({ _id }) => _id));
  let sum: Swept = { deleted: 0 };
  for (const importId of ids.filter((id) => !kept.has(id))) {
    sum = addSwept(sum, { deleted: (await staging.deleteMany({ importId })).deletedCount });
  }
  return sum;
};
