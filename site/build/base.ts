/** Stands in the built index.html for the path below which the site lies; the server puts it in where it is known. */
export const BASE = '{{base}}';
