/** `pictures/index.html`: all pictures on one sheet, a row a moment. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Moment, moments } from '../moments.ts'
import { fileOf, folder, pathOf, schemes, sizes } from './place.ts'

const style = `
  body { font: 15px system-ui; margin: 24px; background: #888; }
  h2 { margin: 32px 0 8px; }
  .row { display: flex; gap: 8px; align-items: start; overflow-x: auto; }
  img { height: 420px; }
`

function pictureOf(name: string, size: string, scheme: string): string {
  if (!existsSync(pathOf(name, size, scheme))) return ''
  const file = encodeURIComponent(fileOf(name, size, scheme))
  return `<a href="${file}"><img src="${file}" alt="${name}, ${size}, ${scheme}"></a>`
}

function rowOf({ name, title, at }: Moment): string {
  const pictures = sizes.flatMap(({ name: size }) =>
    schemes.map(scheme => pictureOf(name, size, scheme)),
  )
  return `<h2>${title}</h2><p>${name}, at ${at}</p><div class="row">${pictures.join('')}</div>`
}

export async function contactSheet(): Promise<void> {
  const head = `<!doctype html><meta charset="utf-8"><title>Moments</title><style>${style}</style>`
  await writeFile(join(folder, 'index.html'), head + moments.map(rowOf).join('\n'))
}
