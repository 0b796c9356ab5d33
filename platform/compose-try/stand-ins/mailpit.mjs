#!/usr/bin/env node
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { SMTPServer } = createRequire('/app/')('smtp-server');

if (process.argv[2] === 'readyz') {
  const answer = await fetch('http://127.0.0.1:8025/');
  process.exit(answer.ok ? 0 : 1);
}
let total = 0;
new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(mail, _session, done) {
    mail.resume();
    mail.on('end', () => {
      total += 1;
      done();
    });
  },
}).listen(1025, '0.0.0.0');
createServer((_request, response) => response.end(JSON.stringify({ total }))).listen(8025);
