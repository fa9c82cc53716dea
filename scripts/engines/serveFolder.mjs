/** Serves the files of one folder on a free port of this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'

function answer(folder, request, response) {
  const name = basename(new URL(request.url, 'http://localhost').pathname) || 'index.html'
  const path = join(folder, name)
  if (!existsSync(path)) return response.writeHead(404).end()
  const type = name.endsWith('.html') ? 'text/html' : 'text/javascript'
  return response.writeHead(200, { 'content-type': type }).end(readFileSync(path))
}

/** `{ address, close }`. */
export async function serveFolder(folder) {
  const server = createServer((request, response) => answer(folder, request, response))
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.close(),
  }
}
