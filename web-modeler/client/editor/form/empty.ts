/** A new form, named after its file. */
export function emptyForm(path: string): string {
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.form$/, '');
  return JSON.stringify({
    type: 'default',
    id,
    schemaVersion: 16,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.6.0',
    components: [],
  });
}
