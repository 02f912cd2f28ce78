// The door of a thread: a worker thread does not load TypeScript by itself.
import { register } from 'tsx/esm/api';

register();
await import('./search-thread.ts');
