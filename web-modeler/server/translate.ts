import { ApiError } from '../../site/server/errors.ts';
import { kindOf } from '../api/kind.ts';
import { StorageError, type Trouble } from './storage/errors.ts';

/** What an error of the models' storage is to whoever asked over HTTP; undefined: it is none. */
export function translate(error: unknown): ApiError | undefined {
  return error instanceof StorageError ? problem(error.trouble) : undefined;
}

function problem(trouble: Trouble): ApiError {
  switch (trouble.kind) {
    case 'no-such-version':
      return new ApiError('no-such-version', '没有这个版本，请从历史版本列表中选择。');
    case 'not-a-path':
      return new ApiError('bad-request', `“${trouble.path}”不是模型文件的路径。`);
    case 'gone':
      return new ApiError('no-such-model', '这个文件已不存在，请另存为新文件。');
    case 'conflict': {
      const { theirs, changed } = trouble;
      return new ApiError(
        'conflict',
        `${changed.by.name}已先保存了这个文件，您的修改没有保存。请比较两个版本后选择保留哪一个。`,
        { theirs: { ...theirs, kind: kindOf(theirs.path) }, changed },
      );
    }
  }
}
