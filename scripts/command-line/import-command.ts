import type { Command } from './help.ts';
export const importCommand: Command = async () => async () => 1;
