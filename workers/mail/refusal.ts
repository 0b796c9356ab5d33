import { z } from 'zod';

/** Why a mail did not reach everybody. Permanent: the server refused a recipient or the mail itself for good. */
export type Refusal = { reason: string; permanent: boolean };

const errorSchema = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
});
const failureSchema = errorSchema.extend({ rejectedErrors: z.array(errorSchema).optional() });
type SmtpError = z.output<typeof errorSchema>;

/**
 * Reads what nodemailer reports. Everything that may be the fault of our own settings or of the network
 * (sign-in, sender, connection) counts as passing: no mail is given up for it.
 */
export function refusalOf(failure: unknown): Refusal {
  const read = failureSchema.safeParse(failure);
  if (!read.success) return { reason: String(failure), permanent: false };
  const { rejectedErrors, ...error } = read.data;
  if (rejectedErrors === undefined || rejectedErrors.length === 0) {
    return { reason: error.message, permanent: refusesMail(error) };
  }
  return {
    reason: rejectedErrors.map(({ message }) => message).join('; '),
    permanent: rejectedErrors.every(isFinal),
  };
}

function refusesMail(error: SmtpError): boolean {
  // "API": nodemailer itself could not address the mail; nothing was sent.
  if (error.code === 'EENVELOPE') return error.command === 'API';
  return error.code === 'EMESSAGE' && (error.responseCode === undefined || isFinal(error));
}

function isFinal({ responseCode }: SmtpError): boolean {
  return responseCode !== undefined && responseCode >= 500;
}
