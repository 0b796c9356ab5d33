import { importPositions } from '../import-positions.ts';
import type { Search } from './client.ts';

/**
 * Tells whether Tasklist goes on taking in user tasks and their variables: since the last question it has taken in some,
 * or all that had been exported by then. Its importer may freeze without a word (#28484); one that is only behind,
 * because the machine is busy, must be left alone.
 */
export function importProgress(search: Search): () => Promise<boolean> {
  let before = new Map<string, { due: number; imported: number }>();
  return async () => {
    const positions = await importPositions(search.call);
    const moves = positions.every(({ kind, partition, imported }) => {
      const last = before.get(`${kind} ${partition}`);
      return last === undefined || imported >= last.due || imported > last.imported;
    });
    before = new Map(
      positions.map(({ kind, partition, exported, imported }) => [
        `${kind} ${partition}`,
        { due: exported, imported },
      ]),
    );
    return moves;
  };
}
