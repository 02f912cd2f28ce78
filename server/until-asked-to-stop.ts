/** Waits for SIGINT, SIGTERM or the end of the parent process that started this one with an IPC channel. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
    process.on('disconnect', () => resolve());
  });
}
