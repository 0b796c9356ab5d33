import { assetAddress } from '../../../site/page/assets.ts';
import type { Finding } from '../../api/common.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FromWorker, ToWorker } from './messages.ts';

// One worker for the whole visit: it keeps all models read while one editor follows another.
let shared: Worker | undefined;
let lastRun = 0;

export type Linting = {
  /** Lints this text instead of any given before. */
  check(source: string): void;
  stop(): void;
};

/**
 * Lints one file in the background.
 * @param tell gets what lint says of the newest text; undefined when lint itself does not work
 */
export function startLinting(
  path: string,
  { files, jobTypes, notices, noticeReads, regulation }: Surroundings,
  tell: (findings: Finding[] | undefined) => void,
): Linting {
  const worker = sharedWorker();
  let mine = 0;
  send(worker, { type: 'surroundings', files, jobTypes, notices, noticeReads, regulation });

  function hear({ data }: MessageEvent<FromWorker>): void {
    if (data.run !== mine) return;
    if ('failure' in data) console.error('lint', data.failure);
    tell('failure' in data ? undefined : data.findings);
  }
  function fail(event: ErrorEvent): void {
    console.error('lint', event.message);
    tell(undefined);
  }
  worker.addEventListener('message', hear);
  worker.addEventListener('error', fail);

  return {
    check(source) {
      lastRun += 1;
      mine = lastRun;
      send(worker, { type: 'check', run: mine, file: { path, source } });
    },
    stop() {
      worker.removeEventListener('message', hear);
      worker.removeEventListener('error', fail);
    },
  };
}

function sharedWorker(): Worker {
  shared ??= new Worker(assetAddress('editor/lint/lint.worker.ts'), { type: 'module' });
  return shared;
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
