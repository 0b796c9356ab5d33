/** What a run of a process is in the life of a project. */
export type ProceedingKind = 'application' | 'withdrawal' | 'other';

/** Of the processes about a project that is there already; whoever adds one adds its line. */
const KINDS: Record<string, ProceedingKind> = { 'application-withdrawal': 'withdrawal' };

/** The kind of a process about a project that is there already; `other` for one nobody has named here. */
export function proceedingKind(processId: string): ProceedingKind {
  return KINDS[processId] ?? 'other';
}
