import { z } from 'zod';

const text = z.string().max(200);
const values = z.array(z.string().max(200)).max(10);
const dates = z.strictObject({ from: text.nullish(), to: text.nullish() });

/** What Tasklist's page may ask of the list of tasks. Whose tasks they are is not asked: it is said by the door. */
const searchSchema = z.object({
  state: z.enum(['CREATED', 'COMPLETED', 'CANCELED', 'FAILED']).nullish(),
  assigned: z.boolean().nullish(),
  assignee: text.nullish(),
  taskDefinitionId: text.nullish(),
  processDefinitionKey: text.nullish(),
  processInstanceKey: text.nullish(),
  pageSize: z.number().int().min(1).max(200).nullish(),
  followUpDate: dates.nullish(),
  dueDate: dates.nullish(),
  sort: z
    .array(
      z.strictObject({
        field: z.enum(['completionTime', 'creationTime', 'followUpDate', 'dueDate', 'priority']),
        order: z.enum(['ASC', 'DESC']),
      }),
    )
    .max(3)
    .nullish(),
  searchAfter: values.nullish(),
  searchAfterOrEqual: values.nullish(),
  searchBefore: values.nullish(),
  searchBeforeOrEqual: values.nullish(),
});

export { searchSchema };
