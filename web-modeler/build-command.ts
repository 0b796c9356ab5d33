import { buildClient } from './build.ts';

// `tsx web-modeler/build-command.ts <folder>`: the browser's part of the modeler into this folder.
const [out] = process.argv.slice(2);
if (!out) throw new Error('Usage: tsx web-modeler/build-command.ts <folder>');
const { firstScripts } = await buildClient(out);
const bytes = firstScripts.reduce((sum, script) => sum + script.gzipBytes, 0);
console.log(`Scripts of the library page: ${(bytes / 1000).toFixed(1)} kB gzip`);
