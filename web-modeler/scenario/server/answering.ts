import type { Calendar } from '../../../law/calendar/index.ts';
import { choicesOf, type Directory } from '../../../law/directory/index.ts';
import { type ModelFile, type Read, readModel } from '../../../models/model-index.ts';
import { readModels } from '../models.ts';
import { type Played, play, type Scenario } from '../play.ts';

/** Texts of one file kept read: the saved, the published, the shipped one, and one that is being tried. */
const MOST_KEPT = 4;

type World = { directory: () => Directory; calendar: () => Calendar };

/**
 * Plays scenarios on models given as texts; a text that was read before is not read again.
 * @returns a function that throws ScenarioError
 */
export function answering({ directory, calendar }: World) {
  const known = new Map<string, Map<string, Promise<Read>>>();

  function readOnce(file: ModelFile): Promise<Read> {
    const texts = known.get(file.path) ?? new Map<string, Promise<Read>>();
    known.set(file.path, texts);
    const before = texts.get(file.source);
    if (before) return before;
    const reading = readModel(file);
    texts.set(file.source, reading);
    for (const old of [...texts.keys()].slice(0, -MOST_KEPT)) texts.delete(old);
    return reading;
  }

  return async (files: ModelFile[], scenario: Scenario): Promise<Played> =>
    play(scenario, {
      models: await readModels(files, choicesOf(directory()), readOnce),
      directory: directory(),
      calendar: calendar(),
    });
}
