/** A text as somebody is just editing it. */
export type UnsavedText = { path: string; source: string };

let texts: UnsavedText[] = [];

/** Hands what is being edited to the scenario page, so that a change can be tried before it is saved. */
export function tryUnsaved(handed: UnsavedText[]): void {
  texts = handed;
}

/** What was handed over for the visit to the scenario page that follows. */
export function unsavedTexts(): UnsavedText[] {
  return texts;
}
