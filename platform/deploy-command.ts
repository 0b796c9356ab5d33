import { engineClient } from '../engine/client.ts';
import { loadDirectory } from '../files/organization.ts';
import { checkBodies } from './check-bodies.ts';
import { deployModels } from './deploy-models.ts';
import { inWords } from './in-words.ts';
import { readSettings } from './settings/settings.ts';

// `npm run deploy`: the models to the cluster that the SDK's own settings name.
const { MODELS_FOLDER, ORGANIZATION_FILE } = readSettings(process.env);
try {
  await checkBodies(MODELS_FOLDER, ORGANIZATION_FILE);
  const directory = loadDirectory(ORGANIZATION_FILE);
  const engine = engineClient();
  try {
    const { processes } = await deployModels(engine, MODELS_FOLDER, directory);
    for (const [id, version] of Object.entries(processes)) console.log(`${id}\t第 ${version} 版`);
  } finally {
    await engine.close();
  }
} catch (error) {
  console.error(inWords(error));
  process.exitCode = 1;
}
