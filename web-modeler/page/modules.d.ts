/// <reference path="../../models/modules.d.ts" />

// This package ships without types; this is the part of it used here.
declare module 'bpmn-js-differ' {
  type Elements = Record<string, unknown>;
  type Differences = {
    _added: Elements;
    _removed: Elements;
    _changed: Elements;
    _layoutChanged: Elements;
  };
  export function diff(before: unknown, after: unknown): Differences;
}
