/** What the import rules must refuse: the rule, the planted file and what it imports. */
export interface ImportMistake {
  rule: string
  path: string
  text: string
}

const engine = '../../engine'

function mistake(rule: string, path: string, from: string, isType = false): ImportMistake {
  const clause = isType ? 'import type { a }' : 'import { a }'
  const use = isType ? 'export type Used = typeof a' : 'export const used = a'
  return { rule, path: `src/${path}`, text: `${clause} from '${from}'\n${use}\n` }
}

export const importMistakes: ImportMistake[] = [
  mistake('engine-contract', 'engine/contract/planted.ts', '../kernel/a.ts', true),
  mistake('engine-kernel', 'engine/kernel/planted.ts', '../aurora/a.ts'),
  mistake('engine-aurora', 'engine/aurora/planted.ts', '../faults/a.ts'),
  mistake('engine-workload', 'engine/workload/planted.ts', '../checkers/a.ts'),
  mistake('engine-faults', 'engine/faults/planted.ts', '../workload/a.ts'),
  mistake('engine-checkers', 'engine/checkers/planted.ts', '../simulation.ts'),
  mistake('engine-history', 'engine/history/planted.ts', '../workload/a.ts'),
  mistake('engine-durability', 'engine/durability/planted.ts', '../aurora/a.ts'),
  mistake('engine-scenarios', 'engine/scenarios/planted.ts', '../kernel/a.ts'),
  mistake('engine-sql', 'engine/sql/planted.ts', '../aurora/a.ts'),
  mistake('engine-formats', 'engine/formats/planted.ts', '../simulation.ts'),
  mistake('engine-why', 'engine/why/planted.ts', '../simulation.ts'),
  mistake('engine-wings', 'engine/wings/planted.ts', '../why/a.ts'),
  mistake('engine-neighbours', 'engine/neighbours/planted.ts', '../why/a.ts'),
  mistake('engine-mirrored', 'engine/mirrored/planted.ts', '../why/a.ts'),
  mistake('engine-scaleout', 'engine/scaleout/planted.ts', '../why/a.ts'),
  mistake('engine-whichrange', 'engine/whichrange/planted.ts', '../why/a.ts'),
  mistake('engine-sameload', 'engine/sameload/planted.ts', '../why/a.ts'),
  mistake('engine-compare', 'engine/compare/planted.ts', '../why/a.ts'),
  mistake('engine-report', 'engine/report/planted.ts', '../why/a.ts'),
  mistake('engine-alone', 'engine/simulationAlone.ts', '../workers/api.ts', true),
  mistake('engine-door', 'engine/simulationDoor.ts', './index.ts'),
  mistake('engine-packages', 'engine/kernel/plantedPackage.ts', 'valibot'),
  mistake('engine-packages', 'engine/aurora/plantedCore.ts', 'node:fs'),
  mistake('engine-validator', 'engine/formats/plantedPackage.ts', 'comlink'),
  mistake('words', 'words/planted.ts', '../engine/kernel/a.ts', true),
  mistake('words-types', 'words/plantedValue.ts', '../engine/contract/a.ts'),
  mistake('workers-door', 'workers/planted.ts', '../engine/kernel/a.ts'),
  mistake('workers-door', 'cli/planted.ts', '../engine/aurora/a.ts'),
  mistake('workers-contract-types', 'workers/plantedValue.ts', '../engine/contract/a.ts'),
  mistake('workers-alone', 'workers/plantedPage.ts', '../ui/store/a.ts'),
  mistake('workers-no-cli', 'workers/plantedCli.ts', '../cli/a.ts'),
  mistake('ui-contract', 'ui/panels/planted.ts', `${engine}/kernel/a.ts`, true),
  mistake('ui-contract', 'ui/panels/plantedDoor.ts', `${engine}/index.ts`, true),
  mistake('ui-contract', 'ui/panels/plantedSession.ts', '../../workers/session.ts', true),
  mistake('ui-types', 'ui/panels/plantedValue.ts', `${engine}/contract/a.ts`),
  mistake('ui-types', 'ui/store/plantedApi.ts', '../../workers/api.ts'),
  mistake('ui-ground', 'ui/widgets/planted.ts', '../store/a.ts'),
  mistake('ui-ground', 'ui/theme/planted.ts', '../canvas/a.ts'),
  mistake('scene-pure', 'ui/scene/planted.ts', 'react'),
  mistake('scene-pure', 'ui/scene/plantedStore.ts', '../store/a.ts'),
  mistake('scene-callers', 'ui/panels/plantedScene.ts', '../scene/a.ts'),
  mistake('store-callees', 'ui/store/plantedCanvas.ts', '../canvas/a.ts'),
  mistake('panels-apart', 'ui/panels/inspector/planted.ts', '../list/a.ts'),
  mistake('no-missing', 'ui/share/plantedMissing.ts', './nowhere.ts'),
  mistake('no-tests-in-code', 'ui/share/plantedTest.ts', './a.test.ts'),
  mistake('no-development-packages', 'ui/share/plantedPackage.ts', 'vitest'),
  mistake('no-cycles', 'ui/share/plantedCycle.ts', './plantedCycleBack.ts'),
  {
    rule: 'e2e-outside',
    path: 'e2e/planted.spec.ts',
    text: "import { a } from '../src/ui/store/a.ts'\nexport const used = a\n",
  },
]

const rooms = [
  ...['contract', 'kernel', 'aurora', 'workload', 'faults', 'checkers', 'history'],
  ...['scenarios', 'sql', 'formats', 'why', 'report'],
].map(room => `engine/${room}`)

const others = ['store', 'scene', 'canvas', 'widgets', 'theme', 'panels/list', 'engine', 'share']

/** The sound house in which the mistakes are planted. */
export const soundFiles: Record<string, string> = {
  ...Object.fromEntries(
    [...rooms, ...others.map(room => `ui/${room}`), 'words', 'cli'].map(room => [
      `src/${room}/a.ts`,
      'export const a = 1\n',
    ]),
  ),
  'src/engine/simulation.ts': "export { a } from './aurora/a.ts'\n",
  'src/engine/index.ts': "export { a } from './simulation.ts'\n",
  'src/engine/kernel/uses.ts': "export { a } from '../contract/a.ts'\n",
  'src/engine/aurora/uses.ts': "export { a } from '../kernel/a.ts'\n",
  'src/engine/formats/uses.ts': "import { number } from 'valibot'\nexport const a = number()\n",
  'src/engine/kernel/a.test.ts': "import { a } from '../aurora/a.ts'\nexport const b = a\n",
  'src/workers/api.ts': "export type { a } from '../engine/contract/a.ts'\n",
  'src/workers/session.ts': "export { a } from '../engine/index.ts'\n",
  'src/words/uses.ts':
    "import type { a } from '../engine/contract/a.ts'\nexport type B = typeof a\n",
  'src/ui/canvas/uses.ts': "export { a } from '../scene/a.ts'\n",
  'src/ui/store/uses.ts':
    "import type { a } from '../../workers/api.ts'\nexport type B = typeof a\n",
  'src/ui/panels/list/uses.ts': "export { a } from '../../widgets/a.ts'\n",
  'src/ui/share/a.test.ts': 'export const a = 1\n',
  'src/ui/share/plantedCycleBack.ts': "export { used as a } from './plantedCycle.ts'\n",
}
