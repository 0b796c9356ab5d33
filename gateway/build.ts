import { SYSTEM } from '../law/names.ts';
import { buildPages, type ClientBuild } from '../site/build/build.ts';

/** Builds the gateway's pages into `out`; see `buildPages`. */
export function buildClient(out: string): Promise<ClientBuild> {
  return buildPages(
    { wing: 'gateway', title: SYSTEM, apart: [], plugins: [], sources: ['gateway/build.ts'] },
    out,
  );
}
