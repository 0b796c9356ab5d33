/** A small picture as numbers: it can be kept in IndexedDB and drawn without any markup from a model. */
export type Mark =
  | {
      shape: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      round: number;
      tone: Tone;
    }
  | { shape: 'circle'; x: number; y: number; radius: number; tone: Tone }
  | { shape: 'line'; points: Point[]; tone: Tone };
export type Point = { x: number; y: number };
export type Tone = 'frame' | 'task' | 'event' | 'gateway' | 'flow' | 'text';

export type Drawing = { x: number; y: number; width: number; height: number; marks: Mark[] };
