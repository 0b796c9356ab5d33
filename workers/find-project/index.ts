import { z } from 'zod';
import { proceedingKind } from '../../law/proceeding-kinds.ts';
import { readProjectId } from '../../law/project-id.ts';
import { defineHandler } from '../define-handler.ts';

/**
 * Service task 查找项目, the first step of a process about a project that is there: finds it by the number somebody
 * typed and begins a proceeding of it. Returns `found`, `projectOpen`, `proceedingId`, `projectId` as it is
 * written everywhere else, and `application`: what later steps need of it, null when there is no such project.
 */
export const findProject = defineHandler({
  type: 'find-project',
  // Whatever was typed must get an answer, not an incident.
  input: z.object({ projectId: z.unknown().optional() }),
  handle: async (input, job, { records, now }) => {
    const projectId = readProjectId(input.projectId);
    const project = await records.project(projectId);
    const nothing = { found: false, projectOpen: false, proceedingId: null, application: null };
    if (!project) return { ...nothing, projectId };
    const { processInstanceKey: rootInstance, processId } = job;
    const kind = proceedingKind(processId);
    await records.openProceeding(
      { rootInstance, processId, kind, openedAt: await now() },
      projectId,
    );
    const { projectName, applicantUnit, open, facts } = project;
    // Before a first step was opened only what was filed is known.
    const filed = { projectName, applicantUnit, ownerUnit: applicantUnit, level: 'city' };
    const investment = project.investment === '' ? null : Number(project.investment);
    const application = { ...filed, investment, ...facts };
    return { found: true, projectOpen: open, projectId, proceedingId: rootInstance, application };
  },
});
