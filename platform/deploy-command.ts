import { engineClient } from '../engine/client.ts';
import { deployModels } from './deploy-models.ts';
import { readSettings } from './settings/settings.ts';

// `npm run deploy`: the models to the cluster that the SDK's own settings name.
const engine = engineClient();
try {
  const { processes } = await deployModels(engine, readSettings(process.env).MODELS_FOLDER);
  for (const [id, version] of Object.entries(processes)) console.log(`${id}\t第 ${version} 版`);
} finally {
  await engine.close();
}
