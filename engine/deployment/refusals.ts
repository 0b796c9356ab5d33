import { z } from 'zod';

const grpcErrorSchema = z.object({ code: z.number(), message: z.string() });

const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

type Sentence = (...parts: string[]) => string;

/** What Zeebe 8.6.0 says against models, most special first; the sentence gets the groups of the pattern. */
const REFUSALS: [RegExp, Sentence][] = [
  [/external functions? are disabled/i, () => '表达式用了外部函数，引擎不执行，请删去'],
  [/failed to parse expression '([^']*)'/i, (feel = '') => `表达式“${feel}”写法有误，请改正`],
  [
    /Expected expression but found static value '([^']*)'/,
    (value = '') => `“${value}”应当是表达式，请在前面加上 =`,
  ],
  [
    /Expected static value to [^,]*, but found '([^']*)'/,
    (value = '') => `“${value}”写法有误，请改正`,
  ],
  [/Expected (?:path )?expression/, () => '有表达式没有填写或写法有误，请改正'],
  [
    /Duplicated process id in resources '([^']*)' and '([^']*)'/,
    (one = '', other = '') => `${one} 与 ${other} 的流程编号相同，请改掉其中一个`,
  ],
  [
    /duplicated id '([^']*)' in the resources '([^']*)' and '([^']*)'/,
    (id = '', one = '', other = '') => `${one} 与 ${other} 的编号都是 ${id}，请改掉其中一个`,
  ],
  [
    /straight-through processing loop: (.*)/,
    (loop = '') => `流程会不停地空转（${loop}），请在其中加入人工或等待环节`,
  ],
  [/must be one of: (.*)/, (kinds = '') => `事件的类型不对，只能是 ${kinds}，请改正`],
  [/Attribute '([^']+)' must be present/, (name = '') => `必填设置 ${name} 没有填写，请填写`],
  [/(\w+) must be present and not empty/, (name = '') => `${name} 没有填写，请填写`],
  [/Must have .*?'zeebe:(\w+)'/, (setting = '') => `缺少设置 ${setting} 或者设置重复，请改正`],
  [/Must have a condition/, () => '分支没有条件，请填写条件或者设为默认分支'],
  [/Must have (?:exactly|at least) one start event/, () => '开始事件缺少或者多余，请改正'],
  [/Must contain at least one executable process/, () => '没有可执行的流程，请勾选“可执行”'],
  [/Must reference an? (\w+)/, (what = '') => `事件没有选定 ${what}，请选定`],
  [
    /type of timer|[Rr]epetition|Invalid duration|time duration or a time date/,
    () => '定时的写法有误，请改正',
  ],
  [/outgoing sequence flow/, () => '连线的起止不对，请重新连接'],
  [/incoming sequence flow/, () => '连线的起止不对，请重新连接'],
  [
    /Failed to parse form JSON|Expected the form id/,
    () => '表单内容有误或没有编号，请在表单编辑器中重新保存',
  ],
  [
    /cvc-[\w.-]+|not a valid (?:BPMN|DMN|XML)|Content is not allowed in prolog/,
    () => '文件格式有误，请在编辑器中重新保存',
  ],
  [/unknown resource type/, () => '文件类型不对，请删去这个文件'],
];

const MIGRATION: [RegExp, Sentence][] = [
  [/no process instance found/i, () => '项目已办结或已不在引擎中，不必迁移'],
  [
    /active element with id '([^']+)' has an unsupported type\. The migration of a (\w+)/i,
    (id = '', type = '') =>
      `正停在 ${id}（${type}），引擎不支持从这类环节迁移，请等它走到下一环节再迁移`,
  ],
  [
    /no mapping instruction defined for active element with id '([^']+)'/i,
    (id = '') => `在检查之后走到了 ${id}，请重新检查迁移方案`,
  ],
  [
    /active element with id '([^']+)' and type .* different type/i,
    (id = '') => `环节 ${id} 在新版本中换了类型，请让它按原版本办完`,
  ],
  [
    /event subprocesses with start events of types '([^']+)'/i,
    (types = '') => `流程有引擎不能迁移的事件子流程（${types}），请让它按原版本办完`,
  ],
  [
    /element with id '([^']+)' has one or more boundary events of types '([^']+)'/i,
    (id = '', types = '') =>
      `环节 ${id} 带有引擎不能迁移的边界事件（${types}），请让它按原版本办完`,
  ],
  [
    /flow scope of active element with id '([^']+)'/i,
    (id = '') => `环节 ${id} 移到了另一个子流程，请让它按原版本办完`,
  ],
  [/different loop characteristics/i, () => '并行办理与依次办理不能互换，请让它按原版本办完'],
  [/concurrent command was executed/i, () => '刚好有人在办理，请稍后重试'],
  [/pending message subscription/i, () => '上一次迁移还没有结束，请稍后重试'],
];

/** What the engine has against the models, as one sentence that says what to do. */
export function refusalInWords(message: string): string {
  const [, file] = /[`'"]?([\w./-]+\.(?:bpmn|dmn|form))[`'"]?/.exec(message) ?? [];
  // What is not drawn is the file itself.
  const [, element] = /Element: (?!definitions\b)([\w-]+)/.exec(message) ?? [];
  const where = [file, element].filter(Boolean).join(' 的 ');
  const what = wordsFor(REFUSALS, message) ?? '请按详细信息改正，或联系技术人员';
  return `流程引擎没有接受模型${where ? `（${where}）` : ''}：${what}，然后重新提交。`;
}

/** Why one project stayed on its version. */
export function migrationFailureInWords(error: unknown): string {
  const known = grpcErrorSchema.safeParse(error).data;
  const words = wordsFor(MIGRATION, known?.message ?? '');
  if (words !== undefined) return `${words}。`;
  if (known?.code === NOT_FOUND) return '项目已办结或已不在引擎中，不必迁移。';
  if (isAway(error)) return '流程引擎暂时没有应答，请稍后重新检查并重试。';
  return `引擎没有迁移，请把下面的话告诉技术人员：${known?.message ?? reason(error)}`;
}

/** Whether the engine is not there or too busy; it may have heard the command all the same. */
export function isAway(error: unknown): boolean {
  const code = grpcErrorSchema.safeParse(error).data?.code;
  if (code === undefined) return false;
  return [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE].includes(code);
}

/** Whether the engine certainly did not do what it was told: it was never reached, or was too busy to listen. */
export function neverHeard(error: unknown): boolean {
  const { code, message = '' } = grpcErrorSchema.safeParse(error).data ?? {};
  if (isBarred(error) || code === RESOURCE_EXHAUSTED) return true;
  return code === UNAVAILABLE && /No connection established|ECONNREFUSED|ENOTFOUND/.test(message);
}

/** Whether the engine does not let this server in. */
export function isBarred(error: unknown): boolean {
  const code = grpcErrorSchema.safeParse(error).data?.code;
  return code === PERMISSION_DENIED || code === UNAUTHENTICATED;
}

/** Whether the models together are more than the engine takes at once; asking again does not help. */
export function isTooLarge(error: unknown): boolean {
  return /larger than max|exceeds? (?:the )?max|too large/i.test(reason(error));
}

/** Whether it is the engine's client that failed, and not our own code. */
export function isFromEngine(error: unknown): boolean {
  return grpcErrorSchema.safeParse(error).success;
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function wordsFor(sentences: [RegExp, Sentence][], message: string): string | undefined {
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(message);
    if (match) return sentence(...match.slice(1));
  }
  return undefined;
}
