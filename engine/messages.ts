import { z } from 'zod';
import type { RestClient } from './connect.ts';
import type { Message } from './job.ts';

// A wrong address answers 404 too, but not in the engine's own words.
const nothingWaitsSchema = z.looseObject({
  statusCode: z.literal(404),
  title: z.literal('NOT_FOUND'),
});

/**
 * Gives a message to the process that waits for it now; the engine keeps none for later.
 * @param rest a client that sends once: a repeated message would find nobody waiting any more
 * @returns false when nobody waits for it
 * @throws whatever else the engine or the network say; the message may then have been heard
 */
export async function correlate(
  rest: RestClient,
  { name, correlationKey, variables }: Message,
): Promise<boolean> {
  try {
    await rest.callApiEndpoint({
      method: 'POST',
      urlPath: 'messages/correlation',
      body: { name, correlationKey, variables },
      json: false,
    });
    return true;
  } catch (error) {
    if (nothingWaitsSchema.safeParse(error).success) return false;
    throw error;
  }
}
