import { draftOf } from '../../law/application/index.ts';
import { judge } from '../../law/application/judge.ts';
import { saysTheSame } from '../../law/application/says-the-same.ts';
import { applyingUnit } from '../../law/application/units.ts';
import { shanghaiDate } from '../../law/calendar/index.ts';
import type { Directory } from '../../law/directory/index.ts';
import type { ProjectQueries } from '../../records/index.ts';
import { classifiedRemainder, isClassified } from './classified.ts';

export type CheckDeps = {
  records: ProjectQueries;
  directory: Pick<Directory, 'body' | 'counties'>;
  now: () => Promise<Date>;
};

/**
 * Checks an application and gives it its project id, the same one on every round of correction.
 * Returns `projectId, classified, application` (normalised; left out where a complete one was written just so),
 * `problems` and `warnings`; never throws for bad input.
 */
export async function checkApplication(
  input: { application?: unknown },
  { processInstanceKey }: { processInstanceKey: string },
  { records, directory, now }: CheckDeps,
) {
  const today = shanghaiDate(await now());
  const year = Number(today.slice(0, 4));
  const draft = draftOf(input.application);

  if (isClassified(input.application)) {
    const application = classifiedRemainder(draft.applicantUnit, directory);
    const { applicantUnit } = application;
    const kept = { projectName: '涉密项目', applicantUnit, investment: '' };
    const projectId = await records.giveProjectId(processInstanceKey, year, kept);
    // Said only while it was corrected: what the earlier rounds have left goes too.
    await records.forgetContents(projectId, kept);
    return { projectId, classified: true, application, problems: [], warnings: [] };
  }

  const { projectName, applicantUnit, investment } = draft;
  const projectId = await records.giveProjectId(processInstanceKey, year, {
    projectName,
    applicantUnit,
    investment: investment === undefined ? '' : String(investment),
  });
  const { problems, warnings } = judge(input.application, draft, {
    today,
    unit: (name) => applyingUnit(name, directory),
    counties: directory.counties(),
    openProjects: await records.similarOpenProjects(applicantUnit, projectId),
  });
  // The longest of all variables: in another order of its fields the engine would keep, export and index it once more.
  const asWritten = problems.length === 0 && saysTheSame(input.application, draft);
  const normalised = !asWritten && { application: draft };
  return { projectId, classified: false, ...normalised, problems, warnings };
}
