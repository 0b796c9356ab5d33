import { join } from 'node:path';
import { answers } from '../http.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { nodeCommand } from './node-program.ts';

/** The development mailbox: a real SMTP server with a page to read the mail. */
export function mailboxService({ DATA_FOLDER, ports }: Settings): ServiceSpec {
  return {
    name: 'mailbox',
    label: '开发邮箱',
    ...nodeCommand('platform/mailbox/main.ts', DATA_FOLDER),
    env: {
      MAILBOX_SMTP_PORT: String(ports.smtp),
      MAILBOX_HTTP_PORT: String(ports.mailbox),
      MAILBOX_FOLDER: join(DATA_FOLDER, 'mailbox'),
    },
    end: 'SIGTERM',
    endsWithinMs: 10_000,
    readyWithinMs: 60_000,
    isReady: () => answers(`http://127.0.0.1:${ports.mailbox}/api/messages`),
  };
}
