import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { z } from 'zod';
import type { FileAnswer } from '../api/route.ts';

const sent = z.object({
  type: z.string(),
  name: z.string().min(1),
  content: z.union([z.instanceof(Uint8Array), z.instanceof(Readable)]),
});

/**
 * Answers with a file, to be kept under its name.
 * @throws Error when it is no file of a content type the route names
 */
export function sendFile(
  response: Response,
  { contentTypes }: FileAnswer,
  answer: unknown,
): () => Promise<void> {
  const { type, name, content } = sent.parse(answer);
  if (!contentTypes.includes(type)) throw new Error(`an answer of ${type} is not described`);
  return async () => {
    // The name first: it would set the type by its ending.
    response.attachment(name).type(type);
    if (content instanceof Readable) await pipeline(content, response);
    else response.send(Buffer.from(content));
  };
}
