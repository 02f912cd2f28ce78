import { useEffect, useState } from 'preact/hooks';
import { type FileSample, readSample } from './read-sample.ts';

interface Sampled {
  sample: FileSample | undefined;
  /** A page cannot read it: an archive, or a JSON file that is too large. */
  isUnreadable: boolean;
}

const NOTHING: Sampled = { sample: undefined, isUnreadable: false };

/** The first rows of a chosen file; nothing while it is being read. */
export function useSample(file: File | null): Sampled {
  const [read, setRead] = useState<{ file: File; sample: FileSample | undefined } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const settle = (of: File, sample?: FileSample) => {
      if (isCurrent) setRead({ file: of, sample: sample?.records.length ? sample : undefined });
    };
    if (file)
      readSample(file).then(
        (sample) => settle(file, sample),
        () => settle(file),
      );
    return () => {
      isCurrent = false;
    };
  }, [file]);
  if (!read || read.file !== file) return NOTHING;
  return { sample: read.sample, isUnreadable: read.sample === undefined };
}
