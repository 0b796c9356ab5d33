import { h, render } from 'preact';
import type { OpenPart, Part } from '../part.ts';
import { NoticeDesk } from './notice-desk.tsx';
import './part.css';

/** Edits the text of a notice beside what it may name and how it will read. */
export const openNotice: OpenPart = ({ canvas, props, surroundings, changed }): Part => {
  let text = '';
  // What was opened anew replaces what the text field holds.
  let opened = 0;

  function draw(): void {
    const change = (typed: string) => {
      text = typed;
      changed();
    };
    render(
      h(NoticeDesk, { key: opened, text, readOnly: props.readOnly, surroundings, change }),
      canvas,
    );
  }

  return {
    hasSide: () => false,
    async open(source) {
      text =
        source ||
        '主题: 通知：{{application.projectName}}（{{projectId}}）\n\n{{application.ownerUnit}}：\n\n';
      opened += 1;
      draw();
    },
    text: async () => text,
    tools: () => [],
    select() {},
    nameOf: () => undefined,
    mark() {},
    destroy: () => render(null, canvas),
  };
};
