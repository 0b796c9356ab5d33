/**
 * What an operation answers when it cannot do what it is asked: a code for programs, the HTTP status, a
 * Chinese sentence that says what to do, and details where the API names some for the code.
 */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly status: number;
  readonly details?: unknown;

  constructor(code: string, status: number, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}
