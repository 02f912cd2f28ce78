import { useState } from 'preact/hooks';
import type { ConferenceEdit } from '../../../core/conferences/conference.ts';
import {
  type AgreedStep,
  agreeOnStep,
  type ConferencePage,
  editConference,
  loadConference,
  moveConference,
} from '../../api/conferences.ts';
import { keepReply, type Loaded, useLoaded } from '../../state/use-loaded.ts';

/** A meeting as it is loaded and as one's own writing leaves it, whichever is newer. */
export function useConference(id: string) {
  const key = `conference ${id}`;
  const loaded = useLoaded(key, (signal) => loadConference(id, signal));
  const [written, setWritten] = useState<ConferencePage | null>(null);
  const page = written && written.version >= (loaded.data?.version ?? 0) ? written : loaded.data;
  const show = (next: ConferencePage) => {
    keepReply(key, next);
    setWritten(next);
  };
  /** @throws Problem: then what was typed stays in its form, and what stands there now is loaded. */
  const change = async (sent: Promise<ConferencePage>) => {
    try {
      show(await sent);
    } catch (error) {
      show(await loadConference(id).catch(() => Promise.reject(error)));
      throw error;
    }
  };
  const shown: Loaded<ConferencePage> = { ...loaded, data: page };
  return {
    loaded: shown,
    edit: (edit: ConferenceEdit) => change(editConference(id, edit)),
    agree: (step: AgreedStep) => change(agreeOnStep(id, step)),
    move: (day: string) => change(moveConference(id, day)),
  };
}
export type ConferenceOnScreen = ReturnType<typeof useConference> & { page: ConferencePage };
