import type { Response } from 'express';

/** Sends a calendar under a name of its own, for programs that save it. */
export function sendCalendar(res: Response, file: string, filename: string): void {
  res.set('Content-Disposition', `inline; filename="${filename}"`);
  res.type('text/calendar').send(file);
}
