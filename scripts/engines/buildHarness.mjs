/** Builds the engine into one file for a worker, and one for Node, with a page that starts it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectFolder } from '../projectFolder.mjs'

const page = `<!doctype html>
<meta charset="utf-8">
<title>waiting</title>
<script type="module">
  const worker = new Worker('./harness.worker.mjs', { type: 'module' })
  function tell(answer) {
    window.answer = answer
    document.title = 'answered'
  }
  worker.onmessage = ({ data }) => tell(data)
  worker.onerror = error => tell({ error: String(error.message) })
</script>
`

async function bundle(path, folder) {
  const { build } = await import('vite')
  const { peggyPlugin } = await import('../peggyPlugin.mjs')
  await build({
    root: projectFolder,
    configFile: false,
    plugins: [peggyPlugin()],
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(projectFolder, path),
        formats: ['es'],
        fileName: () => basename(path),
      },
    },
  })
}

/** The folder with `index.html`, `harness.worker.mjs` and `digests.mjs`. */
export async function buildHarness() {
  const folder = mkdtempSync(join(tmpdir(), 'aurora-engines-'))
  await bundle('scripts/engines/harness.worker.mjs', folder)
  await bundle('scripts/engines/digests.mjs', folder)
  writeFileSync(join(folder, 'index.html'), page)
  return folder
}
