import type { JobContext } from '../../engine/job.ts';
import { draftOf } from '../../law/application/index.ts';
import { judge } from '../../law/application/judge.ts';
import { saysTheSame } from '../../law/application/says-the-same.ts';
import { applyingUnit } from '../../law/application/units.ts';
import { shanghaiDate } from '../../law/calendar/index.ts';
import type { Directory } from '../../law/directory/index.ts';
import type { DossierQueries, ProceedingQueries, ProjectQueries } from '../../records/index.ts';
import type { Oversized } from '../oversized.ts';
import { classifiedRemainder, isClassified } from './classified.ts';
import { keepSubmission } from './keep-submission.ts';
import { sizeProblems, withoutLarge } from './size.ts';

export type CheckDeps = {
  records: ProjectQueries & ProceedingQueries & DossierQueries;
  directory: Pick<Directory, 'body' | 'counties'>;
  now: () => Promise<Date>;
};

/**
 * Checks an application and begins its project, the same one on every round of correction.
 * Returns `projectId`, `proceedingId` (handed down to what the process calls), `classified, application` (normalised; left out where a complete one was written just so),
 * `problems` and `warnings`; never throws for bad input.
 */
export async function checkApplication(
  input: { application?: unknown; corrected?: unknown },
  job: Omit<JobContext, 'jobKey'>,
  { records, directory, now }: CheckDeps,
  oversized: Oversized[] = [],
) {
  const { processInstanceKey: rootInstance, processId } = job;
  const openedAt = await now();
  const first = { rootInstance, processId, kind: 'application' as const, openedAt };
  const today = shanghaiDate(openedAt);
  const year = Number(today.slice(0, 4));
  // At the first visit nobody has been asked to correct anything: what says so came with the start.
  const { corrected } = input;
  const isCorrected =
    (corrected ?? null) !== null &&
    // Of what turned out classified the earlier rounds are forgotten, and this job may run again.
    (isClassified(corrected) || (await records.hasFiled(rootInstance, job.elementInstanceKey)));
  const sent = isCorrected ? corrected : input.application;
  const isLarge = oversized.some(
    ({ name }) => name === (isCorrected ? 'corrected' : 'application'),
  );
  const application = isLarge ? withoutLarge(sent) : sent;
  const draft = draftOf(application);

  if (isClassified(sent)) {
    const remainder = classifiedRemainder(draft.applicantUnit, directory);
    const { applicantUnit } = remainder;
    const kept = { projectName: '涉密项目', applicantUnit, investment: '' };
    const projectId = await records.openProject(first, year, kept);
    // Said only while it was corrected: what the earlier rounds have left goes too.
    await records.forgetContents(projectId, kept);
    const noted = { classified: true, application: remainder, problems: [], warnings: [] };
    return { projectId, proceedingId: rootInstance, ...noted };
  }

  const { projectName, applicantUnit, investment } = draft;
  const projectId = await records.openProject(first, year, {
    projectName,
    applicantUnit,
    investment: investment === undefined ? '' : String(investment),
  });
  await keepSubmission({ ...job, projectId, at: openedAt }, application, draft, records);
  const judged = judge(application, draft, {
    today,
    unit: (name) => applyingUnit(name, directory),
    counties: directory.counties(),
    openProjects: await records.similarOpenProjects(applicantUnit, projectId),
  });
  const { warnings } = judged;
  const problems = [...sizeProblems(oversized), ...judged.problems];
  // The longest of all variables: in another order of its fields the engine would keep, export and index it once more.
  const asWritten = !isCorrected && problems.length === 0 && saysTheSame(application, draft);
  const normalised = !asWritten && { application: draft };
  const checked = { classified: false, ...normalised, problems, warnings };
  return { projectId, proceedingId: rootInstance, ...checked };
}
