import { waitForForms } from '../engine/deployment/forms-searchable.ts';
import { mendDates } from '../engine/opensearch/mend-dates.ts';
import { refreshOperateLess } from '../engine/opensearch/operate-refresh.ts';
import type { Ready } from './ready.ts';
import { addressesOf } from './services/addresses.ts';
import { engineService } from './services/engine.ts';
import { openSearchService } from './services/opensearch.ts';
import { webService } from './services/web.ts';
import {
  deploy,
  giveExamples,
  openAccounts,
  prepareLibrary,
  type Start,
  startDatabase,
  startGateway,
  startMailbox,
  startModeler,
  startWorkers,
} from './steps.ts';
import { unstick } from './unstick.ts';

/**
 * The steps of a start, side by side where that is quicker.
 * @throws whatever the first step that fails throws; the others are left to the group to stop
 */
export async function bringUp(start: Start): Promise<Ready> {
  const { settings, parts, group, report, search } = start;
  const database = startDatabase(start);
  const mailbox = startMailbox(start);
  const library = prepareLibrary(start, start.with.modeler);
  const openSearch = report.step('OpenSearch', () =>
    group.start(openSearchService(parts, settings)),
  );
  // The engine comes to its exporter long after OpenSearch is there. The web applications would meet a
  // closed door: all three at once are 4 s quicker, but after a kill OpenSearch has to recover and Tasklist ends.
  const engine = report.step('流程引擎', () => group.start(engineService(parts, settings)));
  const sound = openSearch.then(() => mendDates(search));
  const people = openSearch.then(() => openAccounts(start));
  const free = openSearch.then(() => unstick(search, start.log));
  const web = Promise.all([sound, people, free]).then(() =>
    report.step('Tasklist 与 Operate', () => group.start(webService(parts, settings))),
  );
  const mended = web.then(() => mendDates(search));
  const calmed = web.then(() => refreshOperateLess(search));

  // Nothing may be deployed before the task index is sound; on all starts but the first it is at once.
  const usable = sound.then((already) => already || mended);
  const models = Promise.all([library, engine, usable]).then(([folder]) => deploy(start, folder));
  const forms = Promise.all([models, web]).then(([{ formKeys }]) => waitForForms(search, formKeys));
  const workers = Promise.all([database, library, engine]).then(([url, folder]) =>
    startWorkers(start, url, folder),
  );
  const gateway = Promise.all([database, library, people]).then(([url, folder]) =>
    startGateway(start, url, folder),
  );
  // Who waits for the first task does not wait for the modeler: it comes last.
  const modeler = Promise.all([database, library, web]).then(([url]) => startModeler(start, url));
  const examples = Promise.all([models, forms, workers]).then(([deployed]) =>
    giveExamples(start, deployed),
  );

  await Promise.all([database, mailbox, mended, calmed, examples, modeler, gateway]);
  return { ...addressesOf(settings), database: await database, pids: group.pids() };
}
