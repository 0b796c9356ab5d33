/** OpenSearch's answer to what was exported last; nothing where none is given. */
export function newest(sequence?: number, partition = 1): object {
  const buckets = sequence === undefined ? [] : [{ key: partition, newest: { value: sequence } }];
  return { aggregations: { partitions: { buckets } } };
}

/** OpenSearch's answer to how far Tasklist is with user tasks; of jobs it has taken in none. */
export function taken(sequence: number, partitionId = 1): object {
  const of = (aliasName: string, at: number) => ({
    _source: { aliasName, partitionId, sequence: at },
  });
  return { hits: { hits: [of('job', 0), of('user-task', sequence)] } };
}
