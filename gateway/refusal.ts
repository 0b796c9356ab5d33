/** The door does not let this through. The text is Chinese and says what to do; the code is for programs and the audit list. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** There is no such thing for whoever asks: whether it exists for others is not told. */
export function notThere(message = '没有这项内容，或者您无权查看。'): Refusal {
  return new Refusal('not-there', 404, message);
}
