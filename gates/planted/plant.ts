/** Plants files in a folder of their own, laid out like the project, for a gate to be run on. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface Plan {
  files: Record<string, string>
  /** Files of the project that the gate needs, copied as they are. */
  copied?: string[]
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** The folder with the planted files; it is removed when the test ends. */
export function plant({ files, copied = [] }: Plan): string {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const path of copied) {
    cpSync(join(project, path), join(folder, path), { recursive: true })
  }
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text)
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}
