import { z } from 'zod';
import type { Person } from '../../law/directory/index.ts';
import { readProjectId } from '../../law/project-id.ts';
import type { Records } from '../../records/index.ts';
import { Refusal } from '../refusal.ts';

const filedSchema = z.looseObject({ applicantUnit: z.string() });

/**
 * Whether what is filed belongs to whoever files it: an application is one's own unit's, a withdrawal one's own project's.
 * @param enteredAt what was entered under a name
 * @throws Refusal `not-your-unit`, `not-your-project`
 */
export async function checkStart(
  enteredAt: (name: string) => unknown,
  person: Person,
  records: Pick<Records, 'project'>,
): Promise<void> {
  const application = enteredAt('application');
  if (application !== undefined) {
    const filed = filedSchema.safeParse(application);
    if (!filed.success || filed.data.applicantUnit.trim() !== person.body) {
      throw new Refusal(
        'not-your-unit',
        403,
        `您只能为本单位（${person.body}）申报，请把“项目应用单位”改为本单位。`,
      );
    }
  }
  const projectId = enteredAt('projectId');
  if (projectId !== undefined) {
    const project = await records.project(readProjectId(projectId));
    if (project?.applicantUnit !== person.body) {
      throw new Refusal(
        'not-your-project',
        403,
        '本单位没有这个编号的项目，请核对项目编号（见申报后收到的通知）。',
      );
    }
  }
}
