import {
  type FileMode,
  type Manifest,
  manifestFaults,
  type RosterFile,
  readManifest,
} from '../../core/imports/oneroster/manifest.ts';
import type { Input, InputFile } from '../imports/input-file.ts';
import { INPUT_LIMITS } from '../imports/input-limits.ts';
import { InputRefused } from '../imports/input-refused.ts';
import { openInput } from '../imports/open-input.ts';
import { readRecords } from '../imports/read-records.ts';

/** A roster whose manifest and files agree. */
export interface Roster {
  modeOf(file: RosterFile): FileMode;
  /** Undefined where it is absent. */
  file(name: RosterFile): InputFile | undefined;
  close(): Promise<void>;
}

/**
 * Opens a zip or folder of OneRoster files and holds them against their manifest, which alone says whether what is not
 * in them has left. Of the files only those that are read are ever opened; passwords lie in others, too.
 * @throws InputRefused with each file by name
 */
export async function openRoster(path: string, filename: string | undefined): Promise<Roster> {
  const input = await openInput(path, { filename });
  try {
    const files = filesByName(input);
    const manifest = await readManifestOf(files);
    const faults = manifestFaults(manifest, [...files.keys()]);
    if (faults.length > 0)
      throw new InputRefused('bad-manifest', `Nothing was imported. ${faults.join(' ')}`);
    return {
      modeOf: (file) => manifest.modes.get(file) ?? 'absent',
      file: (name) => files.get(name),
      close: () => input.close(),
    };
  } catch (error) {
    await input.close();
    throw error;
  }
}

/** By their names without folder and ending, as the manifest gives them. */
function filesByName({ files }: Input): Map<string, InputFile> {
  const byName = new Map<string, InputFile>();
  for (const file of files) {
    const name = /^(?:.*\/)?([^/]+)\.csv$/i.exec(file.name)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (byName.has(name))
      throw new InputRefused(
        'bad-manifest',
        `There are two files called ${name}.csv. Send one roster at a time.`,
      );
    byName.set(name, file);
  }
  return byName;
}

async function readManifestOf(files: ReadonlyMap<string, InputFile>): Promise<Manifest> {
  const file = files.get('manifest');
  if (!file) throw new InputRefused('bad-manifest', NO_MANIFEST);
  const rows: string[][] = [];
  for await (const record of readRecords(file, INPUT_LIMITS.fileBytes)) {
    if (record.kind === 'header' || record.kind === 'row') rows.push(record.cells);
    if (rows.length > MOST_ROWS)
      throw new InputRefused('bad-manifest', 'The manifest is longer than one can be.');
  }
  const manifest = readManifest(rows);
  if (typeof manifest === 'string') throw new InputRefused('bad-manifest', manifest);
  return manifest;
}

/** A line for each file of the standard, and a few more. */
const MOST_ROWS = 1000;
const NO_MANIFEST =
  'There is no manifest.csv. Send the whole OneRoster export, as a zip or a folder: only the manifest says whether the files hold all students or changes alone.';
