/**
 * A real MariaDB, from Debian's packages, for one run. Where it differs from MySQL is listed in
 * `differences.mjs`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import { installDebian } from '../installDebian.mjs'
import { untilTrue } from './untilTrue.mjs'

const server = '/usr/sbin/mariadbd'

function isThere() {
  return existsSync(server) || installDebian(['mariadb-server'])
}

/** Null when it cannot be had here. */
export async function startMariadb() {
  if (!isThere()) return null
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'))
  const socketPath = join(folder, 'socket')
  const user = userInfo().username
  const own = ['--no-defaults', `--datadir=${join(folder, 'data')}`, `--user=${user}`]
  const made = spawnSync('mariadb-install-db', [...own, '--auth-root-authentication-method=normal'])
  if (made.status !== 0) return null
  const options = [
    ...own,
    `--socket=${socketPath}`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
  ]
  const process = spawn(server, options, { stdio: 'ignore' })
  const connect = () => connectTo(socketPath)
  await untilTrue('MariaDB answers', () => connect().then(client => client.end().then(() => true)))
  const stop = () => {
    process.kill()
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  }
  const open = () => openDatabase(connect)
  return { name: 'MariaDB', edition: 'mysql', deadlock: '40001', open, stop }
}

/** Rows changed are counted, not rows found. */
async function connectTo(socketPath) {
  const client = await mysql.createConnection({
    socketPath,
    user: 'root',
    rowsAsArray: true,
    flags: ['-FOUND_ROWS'],
  })
  client.connection.on('error', () => undefined)
  return client
}

/** The tables of locks are made anew only every 100 ms; the status is what is now. */
async function waitsForRow(watcher, id) {
  const [[[, , status]]] = await watcher.query('SHOW ENGINE INNODB STATUS')
  const its = status.split('---TRANSACTION').find(text => text.includes(`thread id ${id},`))
  return its?.includes('LOCK WAIT') ?? false
}

const metadataText = `SELECT 1 FROM information_schema.processlist
  WHERE id = ? AND state LIKE 'Waiting for table metadata lock%'`

async function openDatabase(connect) {
  const watcher = await connect()
  for (const text of ['DROP DATABASE IF EXISTS play', 'CREATE DATABASE play', 'USE play']) {
    await watcher.query(text)
  }
  const sessions = new Map()
  return {
    async session(name, isolation) {
      if (!sessions.has(name)) sessions.set(name, await openSession(connect, isolation))
      return sessions.get(name)
    },
    setUp: async statements => {
      for (const statement of statements) await watcher.query(statement)
    },
    isWaiting: async ({ id }) => {
      if (await waitsForRow(watcher, id)) return true
      const [forTable] = await watcher.query(metadataText, [id])
      return forTable.length > 0
    },
    async close() {
      for (const { id } of sessions.values()) await watcher.query(`KILL ${id}`).catch(() => null)
      await watcher.end()
    },
  }
}

async function openSession(connect, isolation) {
  const client = await connect()
  await client.query('USE play')
  await client.query(`SET SESSION TRANSACTION ISOLATION LEVEL ${isolation.toUpperCase()}`)
  return { id: client.threadId, run: text => run(client, text) }
}

/** The kinds of error on which it depends who has caused what. */
const kinds = { 1213: 'deadlock', 1205: 'lockTimeout' }

async function run(client, text) {
  try {
    const [result, fields] = await client.query(text)
    if (fields !== undefined) return { columns: fields.map(({ name }) => name), rows: result }
    return /^\s*(insert|update|delete)/i.test(text) ? { affected: result.affectedRows } : {}
  } catch (error) {
    const { errno: code, sqlState: sqlstate, message } = error
    return { error: { kind: kinds[code], code, sqlstate, message } }
  }
}
