/// <reference path="../../models/modules.d.ts" />

// These packages ship without types for their entry points; this is the part of them used here.

declare module 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js' {
  /** A module of diagram-js: its services by their names. */
  export type DiagramModule = Record<string, unknown>;

  export type Moddle = {
    $type: string;
    $parent?: Moddle;
    $attrs: Record<string, unknown>;
    $descriptor: { properties: { name: string }[] };
    id?: string;
    name?: string;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
    $instanceOf(type: string): boolean;
  };

  /** A shape, a connection or the root of the drawing. */
  export type Shape = {
    id: string;
    type: string;
    parent: Shape | null;
    businessObject: Moddle;
    labelTarget?: Shape;
    width?: number;
    waypoints?: unknown[];
    incoming: Shape[];
    outgoing: Shape[];
  };

  export type PopupEntries = Record<string, { entries?: PopupEntries } & Record<string, unknown>>;
  export type PanelGroup = { id: string };
  type Listener = (event: never) => unknown;
  type Box = { x: number; y: number; width: number; height: number };

  export type Services = {
    canvas: {
      getRootElement(): Shape;
      setRootElement(root: Shape): void;
      findRoot(element: Shape): Shape | undefined;
      scrollToElement(element: Shape, padding?: number): void;
      viewbox(): { inner: Box; outer: { width: number; height: number } };
      viewbox(box: Box): void;
    };
    commandStack: {
      undo(): void;
      redo(): void;
      canUndo(): boolean;
      canRedo(): boolean;
      execute(command: string, context: object): void;
    };
    editorActions: { trigger(action: string): void; isRegistered(action: string): boolean };
    elementRegistry: { get(id: string): Shape | undefined; getAll(): Shape[] };
    elementTemplates: {
      get(element: Shape): unknown;
      getAll(element?: Shape): { id: string }[];
      applyTemplate(element: Shape, template: unknown): Shape;
      getLatest(id: string): unknown[];
    };
    elementTemplatesLoader: { setTemplates(templates: unknown[]): void };
    eventBus: {
      on(event: string | string[], callback: Listener): void;
      on(event: string | string[], priority: number, callback: Listener): void;
      off(event: string | string[], callback: Listener): void;
      fire(event: string, payload?: object): unknown;
    };
    minimap: { toggle(): void; isOpen(): boolean };
    modeling: {
      updateProperties(element: Shape, properties: object): void;
      updateModdleProperties(element: Shape, moddle: Moddle, properties: object): void;
    };
    moddle: {
      create(type: string, properties?: object): Moddle;
      toXML(element: Moddle, options: { preamble: boolean }): Promise<{ xml: string }>;
    };
    bpmnFactory: { create(type: string, properties: object): Moddle };
    overlays: {
      add(
        element: string,
        type: string,
        overlay: { position: Record<string, number>; html: HTMLElement; show?: object },
      ): string;
      remove(filter: { type: string }): void;
    };
    popupMenu: {
      registerProvider(menu: string, priority: number, provider: object): void;
      open(
        target: unknown,
        menu: string,
        position: { x: number; y: number },
        options?: object,
      ): void;
      close(): void;
    };
    propertiesPanel: {
      registerProvider(priority: number, provider: object): void;
      attachTo(container: HTMLElement): void;
      setLayout(layout: object): void;
    };
    resources: { set(resources: object[]): void };
    searchPad: { toggle(): void };
    selection: { select(elements: Shape | Shape[] | null): void; get(): Shape[] };
    toggleMode: { toggleMode(active?: boolean): void };
    translate: (template: string, replacements?: Record<string, string>) => string;
    zoomScroll: { stepZoom(delta: number): void };
  };

  export default class Modeler {
    constructor(options: {
      container: HTMLElement;
      propertiesPanel?: Record<string, unknown>;
      additionalModules?: DiagramModule[];
      elementTemplates?: unknown[];
      [option: string]: unknown;
    });
    importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    saveSVG(): Promise<{ svg: string }>;
    getDefinitions(): Moddle;
    get<K extends keyof Services>(name: K): Services[K];
    destroy(): void;
  }
}

declare module 'bpmn-js-token-simulation' {
  const module: Record<string, unknown>;
  export default module;
}

declare module 'bpmn-js-native-copy-paste/lib/PasteUtil.js' {
  export function createReviver(moddle: unknown): (key: string, value: unknown) => unknown;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Record<string, string>;
  export default translations;
}

declare module 'diagram-js/lib/command/CommandStack.js' {
  export default class CommandStack {
    constructor(eventBus: unknown, injector: unknown);
    execute(command: string, context: object): void;
  }
}

declare module 'diagram-js/lib/command/CommandInterceptor.js' {
  type Hook<C> = (context: C) => void;
  export default class CommandInterceptor {
    constructor(eventBus: unknown);
    preExecute<C>(commands: string[], hook: Hook<C>, unwrap: true): void;
    postExecuted<C>(commands: string[], hook: Hook<C>, unwrap: true): void;
  }
}

declare module 'dmn-js/lib/Modeler.js' {
  export type View = {
    id: string;
    name?: string;
    type: string;
    element: { id: string; name?: string };
  };
  export type Viewer = {
    get(
      service: 'commandStack',
      strict: false,
    ): { canUndo(): boolean; canRedo(): boolean; undo(): void; redo(): void } | null;
    on(event: string, callback: () => void): void;
  };
  export default class DmnModeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): View[];
    getActiveView(): View | undefined;
    getActiveViewer(): Viewer | undefined;
    open(view: View): Promise<unknown>;
    on(event: 'viewer.created', callback: (event: { viewer: Viewer }) => void): void;
    on(event: 'views.changed', callback: () => void): void;
    destroy(): void;
  }
}

declare module 'dmn-js/lib/NavigatedViewer.js' {
  import type { View } from 'dmn-js/lib/Modeler.js';
  export default class DmnViewer {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
    getViews(): View[];
    open(view: View): Promise<unknown>;
    destroy(): void;
  }
}

/** Made by build-lint.ts: the rules of other packages that the configuration names. */
declare module 'virtual:lint-rules' {
  const rules: Record<string, unknown>;
  const configs: Record<string, unknown>;

  export { configs, rules };
}
