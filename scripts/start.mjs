/**
 * `npm start`: installs what is missing, builds when a source is newer, serves the page and
 * prints its address. `--port N` asks for exactly that port; `--host` opens it to the network.
 */
import { parseArgs } from 'node:util'
import { installDependencies } from './installDependencies.mjs'
import { projectFolder } from './projectFolder.mjs'
import { requireNode } from './requireNode.mjs'

const firstPort = 4173

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'boolean', default: false } },
    })
    return values
  } catch (error) {
    return refuse(`${error.message} Known are --port NUMBER and --host.`)
  }
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(2)
}

function readPort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  return refuse(`--port takes a number from 1 to 65535, not "${text}".`)
}

async function serve({ port, host }) {
  const { preview } = await import('vite')
  return preview({
    root: projectFolder,
    configFile: false,
    base: './',
    logLevel: 'warn',
    preview: {
      host: host ? true : '127.0.0.1',
      port: port ?? firstPort,
      strictPort: port !== undefined,
    },
  })
}

function printAddress(server, isOpenToNetwork) {
  const { port } = server.httpServer.address()
  console.log(`Aurora Playground: http://localhost:${port}/`)
  if (!isOpenToNetwork) return
  for (const address of server.resolvedUrls?.network ?? [])
    console.log(`In the network: ${address}`)
}

/** A signal to npm ends npm and its shell only: under npm the server ends when they are gone. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.exit(0), 500).unref()
}

async function start() {
  requireNode()
  const { port: asked, host } = readArguments()
  const port = asked === undefined ? undefined : readPort(asked)
  installDependencies()
  const { buildPage } = await import('./buildPage.mjs')
  await buildPage()
  const server = await serve({ port, host })
  printAddress(server, host)
  endWithNpm()
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0))
}

start().catch(error => {
  console.error(`The playground could not be started: ${error.message}`)
  process.exit(1)
})
