/** One model file of a submission; blobs of the models' repository, null where there is no file. */
export type SubmittedFile = { path: string; before: string | null; after: string | null };

/** One change in the law's words, as it was told when the models were submitted. */
export type SubmittedChange = {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'layout';
  elementId: string | null;
  sentence: string;
  legal: boolean;
};

export type RecordedPerson = { id: string; name: string };

export type SubmissionState = 'open' | 'publishing' | 'published' | 'refused' | 'withdrawn';

export type NewSubmission = {
  id: string;
  commit: string;
  files: SubmittedFile[];
  changes: SubmittedChange[];
  document: string;
  note: string;
  by: RecordedPerson;
  at: Date;
  rollsBackTo: string | null;
};

export type StoredSubmission = NewSubmission & {
  state: SubmissionState;
  /** Who is publishing it, or published, refused or withdrew it. */
  endedBy: RecordedPerson | null;
  endedAt: Date | null;
  reason: string | null;
};

/** A resource as the engine has it; `key` is the engine's, `commit` where its text is. */
export type Deployment = {
  key: string;
  kind: 'process' | 'decision' | 'form';
  id: string;
  version: number;
  path: string;
  commit: string;
  submissionId: string | null;
};

/** Submissions of changed models and what was deployed of them. */
export interface SubmissionRecords {
  /**
   * Keeps an open submission.
   * @returns false, and keeps nothing, when another open one has one of its files
   */
  submitModels(submission: NewSubmission): Promise<boolean>;
  submission(id: string): Promise<StoredSubmission | undefined>;
  /** Newest first. */
  submissions(): Promise<StoredSubmission[]>;
  /**
   * Keeps what runs without anybody having submitted it, because it came with the system: published from the
   * beginning. `by` and `endedBy` are two programs, as two persons are asked for otherwise.
   */
  keepRelease(release: NewSubmission, endedBy: RecordedPerson): Promise<void>;
  /**
   * Begins to publish an open submission; `commit` is what will run.
   * @returns false when it is not open any more, or another is being published
   * @throws when the person is the one who submitted it
   */
  beginPublishing(id: string, commit: string, by: RecordedPerson, at: Date): Promise<boolean>;
  /** Makes a submission that is being published open again: the engine did not take it. */
  reopenSubmission(id: string): Promise<void>;
  /** Keeps that a submission that is being published runs now. */
  endPublishing(id: string, at: Date): Promise<void>;
  /** @returns false when it is not open any more */
  endSubmission(
    id: string,
    state: 'refused' | 'withdrawn',
    by: RecordedPerson,
    at: Date,
    reason: string | null,
  ): Promise<boolean>;

  /**
   * Keeps what the engine has. What is known already stays as it was first kept, unless the engine gave the same
   * version another key: then it is another engine, and the newer word counts.
   */
  recordDeployments(deployments: Deployment[]): Promise<void>;
  /** What the engine made of the submissions' own files, by submission. */
  submittedDeployments(): Promise<Map<string, Deployment[]>>;
  /** The newest version of every resource. */
  newestDeployments(): Promise<Deployment[]>;
  /** Every version of a process that is known, oldest first. */
  processVersions(processId: string): Promise<Deployment[]>;
}
