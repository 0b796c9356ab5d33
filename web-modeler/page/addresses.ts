type Query = Record<string, string | undefined>;

function address(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, value);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The page of a model; `at` shows an earlier text, `element` selects an element. */
export function modelAddress(path: string, query: { at?: string; element?: string } = {}): string {
  return address('/model', { path, ...query });
}

export function historyAddress(path: string): string {
  return address('/history', { path });
}

/** Two texts of a model side by side: `saved`, `published`, `shipped` or a commit. */
export function compareAddress(path: string, before: string, after: string): string {
  return address('/compare', { path, before, after });
}

export function submissionAddress(id: string): string {
  return `/submissions/${encodeURIComponent(id)}`;
}

/** The page where a submission is made; `path` is ticked there already. */
export function submitAddress(path?: string): string {
  return address('/submit', { path });
}
