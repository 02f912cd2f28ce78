import { isDirectoryKind } from '../../../core/imports/directory-kinds.ts';
import type { ImportRequest } from '../../api/jobs.ts';
import { useFeedWords } from '../feeds/use-feeds.ts';
import { CheckField } from '../field.tsx';

/** Whether an import of this kind tells in a dry run what it would change. */
export function isTried(kind: ImportRequest['kind']): boolean {
  return isDirectoryKind(kind) || kind === 'schools';
}

/** To see what a file would change before it is stored. */
export function DryRunSwitch(props: { checked: boolean; onChange(checked: boolean): void }) {
  return <CheckField label={useFeedWords()('dryRun')} {...props} />;
}
