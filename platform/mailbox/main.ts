import { startMailbox } from './index.ts';
import { readSettings } from './settings.ts';

const { MAILBOX_SMTP_PORT, MAILBOX_HTTP_PORT, MAILBOX_FOLDER } = readSettings(process.env);
const mailbox = await startMailbox({
  smtpPort: MAILBOX_SMTP_PORT,
  httpPort: MAILBOX_HTTP_PORT,
  folder: MAILBOX_FOLDER,
});
console.log(
  `开发邮箱：http://127.0.0.1:${mailbox.httpPort}，接收邮件 smtp://127.0.0.1:${mailbox.smtpPort}`,
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => mailbox.close());
