import express, { type Request, type RequestHandler, type Response } from 'express';
import type { RouteName } from '../../web-modeler/api/index.ts';
import { notJson } from './problem.ts';

// A model has at most two million characters, each up to three bytes, and a scenario may bring several models.
const MODELS = express.json({ limit: '8mb' });
const REST = express.json({ limit: '256kb' });
const WITH_MODELS: RouteName[] = ['saveModel', 'checkImport', 'playScenario'];

/**
 * Reads the JSON a request carries into `request.body`.
 * @throws ApiError `not-json`, and the reader's own errors
 */
export async function readBody(
  name: RouteName,
  request: Request,
  response: Response,
): Promise<void> {
  const empty = request.get('content-length') === '0';
  if (!empty && request.is('json') === false) throw notJson();
  await through(WITH_MODELS.includes(name) ? MODELS : REST, request, response);
}

/** Lets a request go through a middleware of express. */
export function through(
  middleware: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (error?: unknown) => (error === undefined ? resolve() : reject(error));
    Promise.resolve(middleware(request, response, next)).catch(reject);
  });
}
