/**
 * What an operation answers when it cannot do what it is asked: a code for programs, a Chinese sentence that says what
 * to do, and details where the API names some for the code. The code's HTTP status stands in the operation's route.
 */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly details?: unknown;

  constructor(code: string, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
