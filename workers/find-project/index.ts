import { z } from 'zod';
import { readProjectId } from '../../law/project-id.ts';
import { defineHandler } from '../define-handler.ts';

/**
 * Service task 查找项目: the project of a number somebody typed. Returns `found`, `projectOpen`, `projectId` as it is
 * written everywhere else, and `application`: what later steps need of it, null when there is no such project.
 */
export const findProject = defineHandler({
  type: 'find-project',
  // Whatever was typed must get an answer, not an incident.
  input: z.object({ projectId: z.unknown().optional() }),
  handle: async (input, _job, { records }) => {
    const projectId = readProjectId(input.projectId);
    const project = await records.project(projectId);
    if (!project) return { found: false, projectOpen: false, projectId, application: null };
    const { projectName, applicantUnit, open, facts } = project;
    // Before a first step was opened only what was filed is known.
    const filed = { projectName, applicantUnit, ownerUnit: applicantUnit, level: 'city' };
    const investment = project.investment === '' ? null : Number(project.investment);
    const application = { ...filed, investment, ...facts };
    return { found: true, projectOpen: open, projectId, application };
  },
});
