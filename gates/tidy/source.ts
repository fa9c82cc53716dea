/** A file of the project as the tidy rules see it: its path, its text and its syntax tree. */
import ts from 'typescript'

export interface Source {
  /** Relative to the project, with forward slashes. */
  path: string
  text: string
  tree: ts.SourceFile
}

/** One breach of a rule, in a sentence that names what stands in its place. */
export interface Mistake {
  rule: string
  path: string
  message: string
}

/** A rule looks at one file and returns the sentences about what is wrong with it. */
export type Rule = (source: Source) => string[]

export function isProse(path: string): boolean {
  return /\.(md|html)$/.test(path)
}

/** Parses a text; prose and style sheets get an empty tree. */
export function createSource(path: string, text: string): Source {
  const code = path.endsWith('.css') || isProse(path) ? '' : text
  return { path, text, tree: ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true) }
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path)
}

export function isConfiguration(path: string): boolean {
  return /(\.config\.ts|\.dependency-cruiser\.mjs)$/.test(path)
}

/** The name of a file without folder and ending: `src/ui/a.test.ts` → `a`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '')
}

/** The line, from 1, at which a node begins. */
export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1
}

/** Visits every node, parents first. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, child => visit(child, look))
}
