// These packages ship without types for their entry points; this is the part of them used here.
declare module 'bpmn-moddle' {
  // What the file holds is unknown until a reader looks.
  type Parsed = { rootElement: unknown; warnings: { message: string }[] };
  export type Model = {
    $type: string;
    $attrs: Record<string, unknown>;
    $descriptor: { properties: { name: string }[] };
    get(property: string): unknown;
  };
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<Parsed>;
    create(type: string, properties?: object): Model;
    toXML(element: Model, options: { preamble: boolean }): Promise<{ xml: string }>;
  }
}

declare module 'dmn-moddle' {
  type Parsed = { rootElement: unknown; warnings: { message: string }[] };
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string, type: 'dmn:Definitions'): Promise<Parsed>;
  }
}

declare module 'bpmnlint' {
  export type LintRule = { check: unknown };
  export type Resolver = {
    resolveRule(pkg: string, name: string): unknown;
    resolveConfig(pkg: string, name: string): unknown;
  };
  export type LintReport = { id?: string; message: string; category: string; crashed?: boolean };
  export class Linter {
    constructor(options: {
      resolver: Resolver;
      config: object;
      transformRule?: (rule: LintRule, options: { pkg: string; ruleName: string }) => LintRule;
    });
    lint(root: import('./element.ts').Element): Promise<Record<string, LintReport[]>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {
    constructor(options?: { require: NodeJS.Require });
    resolveRule(pkg: string, name: string): unknown;
    resolveConfig(pkg: string, name: string): unknown;
  }
}
