import { rotateKeys } from '../../server/sealing/rotate-keys.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, HELP } from './help.ts';

/** Seals everything anew with the first key of DATA_KEYS. Ends with 1 when something could not be read. */
export const keysCommand: Command = async ({ words, say }) => {
  if (words[0] !== 'rotate') throw new Refusal(HELP);
  return async (deps) => {
    const rotation = await rotateKeys(deps, say);
    say(JSON.stringify(rotation, null, 2));
    return Object.keys(rotation.unreadable).length === 0 ? 0 : 1;
  };
};
