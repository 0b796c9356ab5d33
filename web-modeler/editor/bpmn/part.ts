import Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import { call } from '../../../site/page/api.ts';
import { lintingRoutes } from '../../linting/api.ts';
import { blankAt } from '../../model/page/blank.ts';
import { breathe } from '../breathe.ts';
import { translateModule } from '../chinese/translate.ts';
import { translatePage } from '../chinese/translate-page.ts';
import { readLibrary } from '../library.ts';
import type { OpenPart, Part } from '../part.ts';
import { clipboardModule } from './clipboard.ts';
import { FONTS } from './fonts.ts';
import { HeldBack } from './held-back.ts';
import { Marks } from './marks.ts';
import { openModelsModule } from './open-models.ts';
import { panelModule, showsAll, toggleAll } from './panel.ts';
import { picturesOf } from './pictures.ts';
import { readOnlyModule } from './read-only.ts';
import { goTo, keepPanelTold, nameOf } from './select.ts';
import { showDiagram } from './show-diagram.ts';
import { Simulation, simulationModule } from './simulation.ts';
import { statutoryTaskModule } from './statutory-task.ts';
import { withChoices } from './template-choices.ts';
import { toolsOf } from './tools.ts';
import { TOOLTIPS } from './tooltips.ts';
import { variablesModule } from './variables.ts';
import { writeInPieces } from './write-in-pieces.ts';
import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './part.css';

/** Edits a diagram with Camunda's modeler. */
export const openProcess: OpenPart = (given): Part => {
  const { canvas, side, props, surroundings } = given;
  const english = translatePage(document.body);
  const heldBack = new HeldBack();
  const modeler = new Modeler({
    container: canvas,
    propertiesPanel: {
      parent: side,
      tooltip: TOOLTIPS,
      // Camunda's pages are in English and outside; the fields explain themselves.
      getFeelPopupLinks: () => [],
      layout: { groups: { general: { open: true } } },
    },
    // It would move the whole drawing with the first save.
    alignToOrigin: { alignOnSave: false },
    textRenderer: { defaultStyle: { fontFamily: FONTS } },
    exporter: { name: 'jiujiang-digital-projects', version: '1' },
    additionalModules: [
      translateModule,
      clipboardModule,
      simulationModule,
      statutoryTaskModule,
      panelModule,
      heldBack.module,
      variablesModule(surroundings),
      openModelsModule(readLibrary, props.onOpen),
      ...(props.readOnly ? [readOnlyModule] : []),
    ],
  });
  modeler.get('eventBus').on('commandStack.changed', given.changed);
  keepPanelTold(modeler);
  const simulation = new Simulation(modeler, given.redraw);
  const marks = new Marks(modeler, given.showFindings);
  side.classList.toggle('is-read-only', props.readOnly);
  canvas.classList.toggle('is-read-only', props.readOnly);

  async function loadTemplates(): Promise<void> {
    const [{ templates }, library] = await Promise.all([
      call(lintingRoutes.readTemplates),
      readLibrary(),
    ]);
    modeler.get('elementTemplatesLoader').setTemplates(withChoices(templates, library, props.path));
  }

  return {
    hasSide: () => true,
    async open(source) {
      const { warnings } = await modeler.importXML(source || blankAt(props));
      showDiagram(modeler, { whole: false });
      for (const { message } of warnings) console.warn(message);
      loadTemplates().catch((error: unknown) => {
        console.error(error);
        given.tell('任务模板没有载入，属性栏只显示通用设置；请刷新后重试。');
      });
    },
    settle: () => heldBack.settle(),
    text: async () => (await modeler.saveXML({ format: true })).xml,
    textInPieces: (isCurrent) =>
      writeInPieces(modeler.get('moddle'), modeler.getDefinitions(), async () => {
        await breathe();
        return isCurrent();
      }),
    tools: () =>
      toolsOf(modeler, {
        simulation,
        readOnly: props.readOnly,
        showsAll: showsAll(),
        toggleAll: () => {
          toggleAll(modeler);
          given.redraw();
        },
        redraw: given.redraw,
      }),
    select: (id) => goTo(modeler, id),
    nameOf: (id) => nameOf(modeler, id),
    mark: (findings) => marks.show(findings),
    pictures: picturesOf(modeler),
    destroy() {
      modeler.destroy();
      english.stop();
    },
  };
};
