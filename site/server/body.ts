import express, { type Request, type RequestHandler, type Response } from 'express';
import { ApiError } from './errors.ts';

/**
 * Reads the JSON a request carries into `request.body`.
 * @param limit the largest body, in express's notation
 * @returns a function that throws ApiError `not-json`, and the reader's own errors
 */
export function bodyReader(limit: string) {
  const json = express.json({ limit });
  return async (request: Request, response: Response): Promise<void> => {
    const empty = request.get('content-length') === '0';
    if (!empty && request.is('json') === false) throw notJson();
    await through(json, request, response);
  };
}

/** The body is not what every operation takes. */
export function notJson(): ApiError {
  return new ApiError('not-json', '请求的内容应为 UTF-8 编码的 JSON。');
}

/** Lets a request go through a middleware of express. */
function through(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (error?: unknown) => (error === undefined ? resolve() : reject(error));
    Promise.resolve(middleware(request, response, next)).catch(reject);
  });
}
