/** Lets the page draw and hear what was typed before more is computed. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
