/**
 * Why a completion or a start was refused. Tasklist itself looks for the reason in the wrong place: it stays at
 * "being completed" for ever and says nothing.
 */
export function reasonOf(error: string): string {
  return `await ${error}?.response?.json().then(e=>e.message,()=>"")??""`;
}

/** What the gateway says in Chinese is shown as it is. */
export function chineseOr(reason: string, otherwise: string): string {
  return `/[一-龥]/.test(${reason})?${reason}:${otherwise}`;
}
