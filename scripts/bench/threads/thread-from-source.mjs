// The door of a thread where the TypeScript is run as it lies: a thread does not load it by itself.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
