import { parseExpression, parseUnaryTests } from '@bpmn-io/feelin';

/** Names that belong to Java and never to an approval; looked for in the whole text, quoted or not. */
const JAVA_NAMES: RegExp[] = [
  /\b(?:java|javax|jdk|sun|scala|kotlin|groovy)\s*\.\s*[a-z]/i,
  /\bmethod\s+signature\b/i,
  /\b(?:getClass|forName|ClassLoader|newInstance|getMethod|getRuntime)\b/i,
];

const FEEL = /^(?:feel|https?:\/\/www\.omg\.org\/spec\/(?:DMN\/\d+\/)?FEEL\/?(?:\d+\/?)?)$/i;

/**
 * Why an expression is not only FEEL, as a Chinese clause; undefined when it is. The words are looked for in the
 * text itself: a parser that reads it otherwise than the engine does must not hide them.
 */
export function reachProblem(feel: string): string | undefined {
  const names = JAVA_NAMES.flatMap((name) => name.exec(feel)?.[0] ?? []);
  if (names[0] !== undefined) return `其中有 Java 的名称“${names[0].trim()}”`;
  if (!/\bexternal\b/i.test(feel)) return undefined;
  if (/\bfunction\b/i.test(feel)) return '其中定义了外部函数（external）';
  return isReadable(feel) ? undefined : '其中有 external 而又无法读懂';
}

/** Why an expression language is none the engine may run; undefined for FEEL and where none is stated. */
export function languageProblem(language: string | undefined): string | undefined {
  if (language === undefined || language.trim() === '' || FEEL.test(language.trim())) {
    return undefined;
  }
  return `表达式语言是“${language}”，只能用 FEEL`;
}

/** The sentence for a clause of the above. */
export function reachSentence(problem: string): string {
  return `请改写表达式：${problem}，引擎可能会把它当作程序执行。`;
}

function isReadable(feel: string): boolean {
  return [parseExpression, parseUnaryTests].some((parse) => {
    let clean = true;
    parse(feel, {}, 'camunda').iterate({
      enter: ({ type }) => {
        if (type.isError) clean = false;
      },
    });
    return clean;
  });
}
