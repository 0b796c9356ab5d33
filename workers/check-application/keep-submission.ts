import type { JobContext } from '../../engine/job.ts';
import { changesBetween } from '../../law/application/changes.ts';
import type { Draft } from '../../law/application/index.ts';
import { dayOf } from '../../law/documents.ts';
import type { DossierQueries, NewDocument } from '../../records/index.ts';

type Submission = Omit<JobContext, 'jobKey'> & { projectId: string; at: Date };

/** Puts a submission of the application into the project's dossier, with the meeting it names (Art. 17). */
export async function keepSubmission(
  { projectId, at, elementInstanceKey, elementId, processInstanceKey }: Submission,
  application: unknown,
  draft: Draft,
  records: DossierQueries,
): Promise<void> {
  const before = await records.versionBefore(projectId, elementInstanceKey);
  const visit = { elementInstanceKey, elementId, projectId, proceeding: processInstanceKey };
  await records.keepVersion(
    { ...visit, by: draft.applicantUnit, at },
    application,
    before ? changesBetween(before.application, application) : [],
    meetingOf(draft),
  );
}

function meetingOf({ decisionMeeting }: Draft): NewDocument[] {
  const { document, body, date } = decisionMeeting ?? {};
  if (document === undefined) return [];
  return [
    {
      ...{ field: 'decisionMeeting', number: document },
      dated: dayOf(date),
      fixes: body === undefined ? {} : { meeting: body },
    },
  ];
}
