import { loadDirectory } from '../files/organization.ts';
import { startBesideCluster } from './beside-cluster.ts';
import { startPlatform } from './platform.ts';
import { terminalReport } from './report.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { readSettings } from './settings/settings.ts';
import { clusterWelcome, welcome } from './welcome.ts';

await runUntilSignal(async (signal) => {
  const report = terminalReport();
  const settings = readSettings(process.env);
  const directory = loadDirectory(settings.ORGANIZATION_FILE);
  if (settings.cluster !== undefined) {
    const beside = await startBesideCluster({ report, signal });
    report.line(clusterWelcome(beside.ready));
    return beside;
  }
  const examples = !process.argv.includes('--empty');
  const platform = await startPlatform({
    modeler: true,
    examples,
    archives: true,
    report,
    signal,
  });
  report.line(welcome(platform.ready, directory, settings.DEMO_PASSWORD));
  return platform;
});
