import { partnerDocuments } from '../agreements/agreement-collections.ts';
import { PAPER_FILES } from '../agreements/paper-file-store.ts';
import { deleteFile, filesBefore } from '../store/sealed-files.ts';
import { addSwept, type Sweep, type Swept } from './sweep.ts';

/** Files of papers. A paper stays with its facts, and says no longer that there is a file. */
export const sweepPaperFiles: Sweep = async ({ db }, until) => {
  const papers = db.collection(partnerDocuments.name);
  let sum: Swept = { deleted: 0 };
  for (const { filename, uploadDate } of await filesBefore(db, PAPER_FILES, until)) {
    await papers.updateMany({ 'file.id': filename }, { $unset: { file: '' } });
    await papers.updateMany({ 'formerFile.id': filename }, { $unset: { formerFile: '' } });
    await deleteFile(db, PAPER_FILES, filename);
    sum = addSwept(sum, { deleted: 1, oldest: uploadDate.toISOString() });
  }
  return sum;
};
