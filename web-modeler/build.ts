import { buildPages, type ClientBuild } from '../site/build/build.ts';
import { editorPlugins } from './editor/build/plugins.ts';
import { MODELER } from './name.ts';

/** Builds the modeler's pages into `out`; see `buildPages`. */
export function buildClient(out: string): Promise<ClientBuild> {
  return buildPages(
    {
      wing: 'web-modeler',
      title: MODELER,
      apart: ['map', 'scenario'],
      plugins: editorPlugins(),
      sources: [
        'web-modeler/build.ts',
        'web-modeler/editor/build/lint-rules.ts',
        'web-modeler/editor/build/one-preact.ts',
        'web-modeler/editor/build/plugins.ts',
        'lint/config.ts',
      ],
    },
    out,
  );
}
