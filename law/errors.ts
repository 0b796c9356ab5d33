/**
 * Trying again cannot help: the job becomes an incident at once.
 * The text is Chinese and tells the operator what to do; the code is for logs and tests.
 */
export class PermanentError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'PermanentError';
    this.code = code;
  }
}

/** The model foresees this: it leaves the task by the boundary event drawn for the code. */
export class BpmnError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'BpmnError';
    this.code = code;
  }
}
