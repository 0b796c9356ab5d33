import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

/** What a browser is told when nobody answers behind a proxy, and the log. */
export function notAnswering(log: Logger, who: string, sentence: string) {
  return (error: Error, _request: IncomingMessage, response: ServerResponse | Socket): void => {
    log.warn({ err: error }, who);
    if ('writeHead' in response && !response.headersSent) {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
    }
    response.end(sentence);
  };
}
