import { buildPages, type ClientBuild } from '../site/build/build.ts';
import { DOOR } from './name.ts';

/** Builds the gateway's pages into `out`; see `buildPages`. */
export function buildClient(out: string): Promise<ClientBuild> {
  return buildPages(
    { wing: 'gateway', title: DOOR, apart: [], plugins: [], sources: ['gateway/build.ts'] },
    out,
  );
}
