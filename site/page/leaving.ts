type Guard = () => Promise<boolean>;

let guard: Guard | undefined;

/**
 * Asks before the page is left by a link of ours; returns how to stop asking. Leaving by closing the tab
 * is the browser's question, and going back keeps what the editor has kept locally.
 */
export function guardLeaving(ask: Guard): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = undefined;
  };
}

/** Goes on with `leave` at once, or when the person who is asked agrees. */
export function leaveBy(leave: () => void): void {
  if (!guard) {
    leave();
    return;
  }
  void guard().then((agreed) => {
    if (agreed) leave();
  });
}
