import express, { type RequestHandler } from 'express';
import { AppError } from './app-error.ts';

/** A body in JSON is small and comes at once; whoever sends one byte a second is no person. */
const LARGEST = '1mb';
const PATIENCE_MS = 15_000;

/**
 * Reads a JSON body within a size and a time. Another type of body is refused: what a form of another site can send
 * without asking (text, form fields) is never taken for JSON.
 */
export function readJson(patienceMs = PATIENCE_MS): RequestHandler[] {
  return [refuseOtherTypes, withinTime(express.json({ limit: LARGEST }), patienceMs)];
}

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  const empty =
    req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0;
  if (empty || req.is('application/json')) return next();
  next(new AppError(415, 'not-json', 'Please send this as application/json.'));
};

function withinTime(read: RequestHandler, patienceMs: number): RequestHandler {
  return (req, res, next) => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      res.setHeader('Connection', 'close');
      next(new AppError(408, 'too-slow', 'What you sent did not arrive in time. Please try again.'));
    }, patienceMs);
    read(req, res, (error?: unknown) => {
      clearTimeout(timer);
      if (waiting) next(error);
    });
  };
}
