import { z } from 'zod';
import { day } from '../../api/common.ts';
import { choice } from '../api.ts';

/** What somebody supposes on the page; the link of the page holds it. */
export const supposed = z.object({
  /** The example it starts from. */
  example: z.string(),
  /** What differs from the example; amounts in 万元. */
  differs: z.object({
    investment: z.number().positive().optional(),
    kind: z.string().optional(),
    category: z.string().optional(),
    /** The unit that applies and owns: an example whose units are taken. */
    unitsOf: z.string().optional(),
  }),
  filedOn: day,
  choices: z.array(choice),
  until: day.nullable(),
  at: z.enum(['saved', 'published', 'shipped']),
  /** Whether the published models are played beside. */
  compared: z.boolean(),
});
export type Supposed = z.infer<typeof supposed>;

/** The scenario as the part of an address behind `#`. */
export async function toHash(scenario: Supposed): Promise<string> {
  const packed = await through(
    new Blob([JSON.stringify(scenario)]),
    new CompressionStream('deflate-raw'),
  );
  const text = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The scenario an address holds; undefined where it holds none that can be read. */
export async function fromHash(hash: string): Promise<Supposed | undefined> {
  const packed = hash.replace(/^#/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (packed === '') return undefined;
  try {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const text = await through(new Blob([bytes]), new DecompressionStream('deflate-raw'));
    return supposed.parse(JSON.parse(new TextDecoder().decode(text)));
  } catch {
    return undefined;
  }
}

function through(blob: Blob, stream: CompressionStream | DecompressionStream) {
  return new Response(blob.stream().pipeThrough(stream)).arrayBuffer();
}
