import type { Element } from '../models/element.ts';
import { texts } from '../models/texts.ts';

/** `https://…`, `//…`, their backslashed twins that browsers take for them, and what Markdown makes a link of. */
const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:)?(?:\/\/|\\\\)(?:[\p{L}\p{N}_]|\[[\da-f:])[^\s)"'<>]*|\bwww\.[\p{L}\p{N}]\S*/iu;

/** An address outside of this system that a text holds; undefined when there is none. */
export function outsideAddress(text: string): string | undefined {
  return ADDRESS.exec(text)?.[0];
}

export function addressSentence(address: string): string {
  return `不能有外部地址“${address}”：打开的人会被外部网站知道，或被带到外部网站。请删去。`;
}

/** Names that look like addresses and lead nowhere: of XML, and of languages. */
const NAMES =
  /^(xmlns(:.*)?|(xsi:)?schemaLocation|targetNamespace|namespace|(expression|type)?Language|importType)$/;

/** Every outside address that a BPMN or DMN tree states, with the nearest element people know by its id. */
export function addressesIn(definitions: Element): { id: string | undefined; address: string }[] {
  return texts(definitions).flatMap(({ id, property, text }) => {
    const address = NAMES.test(property) ? undefined : outsideAddress(text);
    return address === undefined ? [] : [{ id, address }];
  });
}
