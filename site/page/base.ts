/**
 * The path below which the site lies where it was opened, such as `/modeler`; empty at the top. Links of the router
 * and calls of the API have it put before them: addresses in our sources begin at the site.
 */
export const base =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="base"]')?.content ?? '';
