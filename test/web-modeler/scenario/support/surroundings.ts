import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCalendar } from '../../../../files/holidays.ts';
import { loadDirectory } from '../../../../files/organization.ts';
import { choicesOf } from '../../../../law/directory/index.ts';
import { modelFiles } from '../../../../models/files.ts';
import { readFolder } from '../../../../models/folder.ts';
import type { ModelFile } from '../../../../models/model-index.ts';
import { readModels } from '../../../../web-modeler/scenario/models.ts';
import type { Surroundings } from '../../../../web-modeler/scenario/play.ts';

const MODELS = 'bpmn';

/** The models as the modeler's storage has them: paths below the models' folder, notices too. */
export async function shippedFiles(): Promise<ModelFile[]> {
  const { surroundings } = await readFolder(MODELS, 'workers');
  const notices = surroundings.notices.map((notice) => {
    const [home = '', name = ''] = notice.split('/').slice(-2);
    return join(home, 'notices', `${name}.txt`);
  });
  const models = (await modelFiles(MODELS)).map((path) => path.slice(MODELS.length + 1));
  return Promise.all(
    [...models, ...notices].map(async (path) => ({
      path,
      source: await readFile(join(MODELS, path), 'utf8'),
    })),
  );
}

/** The real models with the shipped people and the invented holidays of the process tests; some texts changed. */
export async function surroundings(change = (file: ModelFile) => file): Promise<Surroundings> {
  const directory = loadDirectory('config/organization.yaml');
  return {
    models: await readModels((await shippedFiles()).map(change), choicesOf(directory)),
    directory,
    calendar: loadCalendar('test/process/support/holidays'),
  };
}
