/** Runs every tidy rule over a set of files. */
import { deadFiles } from './deadFiles.ts'
import { emptyWords } from './emptyWords.ts'
import { header } from './header.ts'
import { honestTests } from './honestTests.ts'
import { leftovers } from './leftovers.ts'
import { fileLength, functionLength, lineLength, parameters } from './length.ts'
import { mainExport } from './mainExport.ts'
import { barrel, classes, defaultExport } from './shape.ts'
import { createSource, isProse, type Mistake, type Rule, type Source } from './source.ts'

export const rules: Record<string, Rule> = {
  header,
  mainExport,
  emptyWords,
  lineLength,
  functionLength,
  parameters,
  fileLength,
  leftovers,
  honestTests,
  defaultExport,
  barrel,
  classes,
}

function mistakesIn(source: Source): Mistake[] {
  return Object.entries(isProse(source.path) ? { leftovers } : rules).flatMap(([rule, look]) =>
    look(source).map(message => ({ rule, path: source.path, message })),
  )
}

/** `files` maps paths to texts; `entryTexts` is what names the entries (see `deadFiles`). */
export function findMistakes(files: Record<string, string>, entryTexts: string): Mistake[] {
  const sources = Object.entries(files).map(([path, text]) => createSource(path, text))
  return [...sources.flatMap(mistakesIn), ...deadFiles(sources, entryTexts)]
}
