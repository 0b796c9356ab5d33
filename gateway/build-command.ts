import { buildClient } from './build.ts';

// `tsx gateway/build-command.ts <folder>`: the browser's part of the gateway into this folder.
const [out] = process.argv.slice(2);
if (!out) throw new Error('Usage: tsx gateway/build-command.ts <folder>');
const { firstScripts } = await buildClient(out);
const bytes = firstScripts.reduce((sum, script) => sum + script.gzipBytes, 0);
console.log(`Scripts of the start page: ${(bytes / 1000).toFixed(1)} kB gzip`);
