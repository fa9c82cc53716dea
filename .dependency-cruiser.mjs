/**
 * Who may import whom. A room of the house sees what stands below it and nothing beside or above
 * it; only types cross from the engine and the workers into the page. Tests may look anywhere.
 */

/** Exceptions, each with its reason and its end. May it stay empty. */
const technicalDebt = []

const tests = '\\.(test|property\\.test|spec)\\.tsx?$'

function room(...folders) {
  return `^src/(${folders.join('|')})(/|\\.ts$)`
}

const engineRooms = {
  contract: ['contract'],
  kernel: ['contract', 'kernel'],
  aurora: ['contract', 'kernel', 'aurora'],
  workload: ['contract', 'kernel', 'aurora', 'workload'],
  faults: ['contract', 'kernel', 'aurora', 'formats', 'faults'],
  checkers: ['contract', 'kernel', 'aurora', 'checkers'],
  history: ['contract', 'kernel', 'aurora', 'history'],
  durability: ['contract', 'kernel', 'durability'],
  neighbours: ['contract', 'neighbours'],
  scenarios: ['contract', 'scenarios'],
  sql: ['contract', 'sql'],
  formats: ['contract', 'kernel', 'formats', 'scenarios'],
  why: ['contract', 'kernel', 'aurora', 'why'],
  wings: ['contract', 'kernel', 'aurora', 'sql', 'faults', 'formats', 'checkers', 'wings'],
  mirrored: ['contract', 'kernel', 'formats', 'report', 'simulation', 'wings', 'mirrored'],
  scaleout: ['contract', 'formats', 'report', 'simulation', 'wings', 'scaleout'],
  whichrange: ['contract', 'aurora', 'formats', 'report', 'simulation', 'wings', 'whichrange'],
  sameload: ['contract', 'aurora', 'formats', 'report', 'simulation', 'wings', 'sameload'],
  compare: ['contract', 'formats', 'sameload', 'compare'],
  report: ['contract', 'kernel', 'aurora', 'checkers', 'formats', 'report'],
}

/** One rule for a room of the engine: it sees the rooms named and nothing else of ours. */
function engineRule([name, seen]) {
  return {
    name: `engine-${name}`,
    severity: 'error',
    comment: `src/engine/${name} sees only ${seen.join(', ')}: move the code down, or pass it in.`,
    from: { path: room(`engine/${name}`), pathNot: tests },
    to: { path: '^src/', pathNot: room(...seen.map(folder => `engine/${folder}`)) },
  }
}

const engineRules = [
  ...Object.entries(engineRooms).map(engineRule),
  {
    name: 'engine-alone',
    severity: 'error',
    comment: 'The engine sees nothing outside src/engine: what it needs is passed in.',
    from: { path: '^src/engine/', pathNot: tests },
    to: { path: '^(src|e2e|bench|gates)/', pathNot: '^src/engine/' },
  },
  {
    name: 'engine-door',
    severity: 'error',
    comment: 'The door is for those outside; inside the engine import the file that has it.',
    from: { path: '^src/engine/', pathNot: tests },
    to: { path: '^src/engine/(index|later|answers)\\.ts$' },
  },
  {
    name: 'engine-packages',
    severity: 'error',
    comment: 'The engine uses one package, valibot, and only in src/engine/formats.',
    from: { path: '^src/engine/(?!formats/)', pathNot: tests },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'core', 'npm-no-pkg'] },
  },
  {
    name: 'engine-validator',
    severity: 'error',
    comment: 'valibot is the only package that src/engine/formats uses.',
    from: { path: '^src/engine/formats/', pathNot: tests },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'core', 'npm-no-pkg'],
      pathNot: 'node_modules/valibot/',
    },
  },
]

const threadRules = [
  {
    name: 'words',
    severity: 'error',
    comment: 'src/words sees only types of the contract.',
    from: { path: '^src/words/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/(words/|engine/contract/)' },
  },
  {
    name: 'words-types',
    severity: 'error',
    comment: 'src/words takes only types from the contract: write `import type`.',
    from: { path: '^src/words/', pathNot: tests },
    to: { path: '^src/engine/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'workers-door',
    severity: 'error',
    comment: 'src/workers and src/cli reach the engine by its door and by types of the contract.',
    from: { path: '^src/(workers|cli)/', pathNot: tests },
    to: {
      path: '^src/engine/',
      pathNot: '^src/engine/((index|later|answers)\\.ts$|contract/|wings/)',
    },
  },
  {
    name: 'workers-contract-types',
    severity: 'error',
    comment: 'What runs comes through the door of the engine; of the contract take only types.',
    from: { path: '^src/(workers|cli)/', pathNot: tests },
    to: { path: '^src/engine/contract/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'workers-alone',
    severity: 'error',
    comment: 'src/workers and src/cli know nothing of the page.',
    from: { path: '^src/(workers|cli)/', pathNot: tests },
    to: { path: '^src/ui/' },
  },
  {
    name: 'workers-no-cli',
    severity: 'error',
    comment: 'src/workers knows nothing of the command line.',
    from: { path: '^src/workers/', pathNot: tests },
    to: { path: '^src/cli/' },
  },
]

const pageRules = [
  {
    name: 'ui-contract',
    severity: 'error',
    comment:
      'The page knows src/engine/contract, the api of either worker and src/words, nothing behind.',
    from: { path: '^src/ui/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/(ui/|words/|engine/contract/|workers/(api|labApi)\\.ts$)' },
  },
  {
    name: 'ui-types',
    severity: 'error',
    comment: 'Only types cross into the page: write `import type`; ask describe() for values.',
    from: { path: '^src/ui/', pathNot: tests },
    to: { path: '^src/(engine|workers)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ui-ground',
    severity: 'error',
    comment: 'widgets and theme stand below everything else of the page and see nothing of it.',
    from: { path: '^src/ui/(widgets|theme)/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/(ui/(widgets|theme)/|words/|engine/contract/)' },
  },
  {
    name: 'scene-pure',
    severity: 'error',
    comment: 'The scene is arithmetic: it sees types, words and itself; no React, no store.',
    from: { path: '^src/ui/scene/', pathNot: tests },
    to: {
      path: '^src/|node_modules/(@types/)?(react|react-dom|zustand|radix-ui)/',
      pathNot: '^src/(ui/(scene|theme)/|words/|engine/contract/|workers/api\\.ts$)',
    },
  },
  {
    name: 'scene-callers',
    severity: 'error',
    comment: 'The scene is drawn by the canvas and the stage only.',
    from: { path: '^src/ui/', pathNot: ['^src/ui/(scene|canvas|stage)/', tests] },
    to: { path: '^src/ui/scene/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'store-callees',
    severity: 'error',
    comment: 'The store stands below what shows it: it sees the engine door of the page and types.',
    from: { path: '^src/ui/store/', pathNot: tests },
    to: { path: '^src/ui/(canvas|stage|charts|panels|lessons|share|widgets|shell)/' },
  },
  {
    name: 'panels-apart',
    severity: 'error',
    comment:
      'A panel does not import another panel: what they share goes down to widgets or store.',
    from: { path: '^src/ui/panels/([^/]+)/', pathNot: tests },
    to: { path: '^src/ui/panels/([^/]+)/', pathNot: '^src/ui/panels/$1/' },
  },
]

const generalRules = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one idea, or hide a third one: take it out.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-missing',
    severity: 'error',
    comment: 'There is no such file or package.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-tests-in-code',
    severity: 'error',
    comment: 'Tests are not for importing: move what is shared to a file of its own.',
    from: {},
    to: { path: tests },
  },
  {
    name: 'no-development-packages',
    severity: 'error',
    comment: 'A package that runs in the page belongs under "dependencies".',
    from: { path: '^src/(?!cli/)', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'e2e-outside',
    severity: 'error',
    comment: 'Page tests see the page from outside: of the sources they take only types.',
    from: { path: '^e2e/' },
    to: { path: '^src/', dependencyTypesNot: ['type-only'] },
  },
]

const allRules = [...engineRules, ...threadRules, ...pageRules, ...generalRules]

/** A debt is `{ rule, path, why, until }`: the file is left out of the rule of that name. */
function withDebt(rule) {
  const paths = technicalDebt.filter(debt => debt.rule === rule.name).map(debt => debt.path)
  const pathNot = [rule.from.pathNot ?? [], paths].flat(2)
  return pathNot.length === 0 ? rule : { ...rule, from: { ...rule.from, pathNot } }
}

export default {
  forbidden: allRules.map(withDebt),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.css$', '\\?(raw|url|worker)$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
