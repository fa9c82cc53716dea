/**
 * A real PostgreSQL, from Debian's packages, for one run: a folder of its own, a socket, no port.
 * It answers a step as the simulation does: rows as lists, rows matched, SQLSTATE.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { installDebian } from '../installDebian.mjs'
import { untilTrue } from './untilTrue.mjs'

const versions = '/usr/lib/postgresql'

/** COUNT and SUM are 64 bits wide; what is counted here fits a number. */
pg.types.setTypeParser(20, Number)

function findBin() {
  if (!existsSync(versions)) return null
  const newest = readdirSync(versions).sort((one, other) => Number(other) - Number(one))[0]
  return newest === undefined ? null : join(versions, newest, 'bin')
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function asOwner(words) {
  return process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--', ...words] : words
}

function idOf(flag) {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
}

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'postgresql-'))
  if (process.getuid() === 0) chownSync(folder, idOf('-u'), idOf('-g'))
  return folder
}

function settings(folder) {
  const own = { listen_addresses: '', unix_socket_directories: folder, fsync: 'off' }
  const all = { ...own, max_connections: '60' }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Null when it cannot be had here. */
export async function startPostgresql() {
  const bin = findBin() ?? (installDebian(['postgresql']) ? findBin() : null)
  if (bin === null) return null
  const folder = makeFolder()
  const data = join(folder, 'data')
  const [make, ...words] = asOwner([join(bin, 'initdb'), '-A', 'trust', '-U', 'postgres', data])
  if (spawnSync(make, words, { cwd: folder }).status !== 0) return null
  const [run, ...more] = asOwner([join(bin, 'postgres'), '-D', data, ...settings(folder)])
  spawn(run, more, { cwd: folder, stdio: 'ignore' })
  const connect = () => connectTo(folder)
  await untilTrue('PostgreSQL answers', () =>
    connect().then(client => client.end().then(() => true)),
  )
  const stop = () => {
    const [ctl, ...its] = asOwner([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop'])
    spawnSync(ctl, its, { cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
  const open = () => openDatabase(connect)
  return { name: 'PostgreSQL', edition: 'postgresql', deadlock: '40P01', open, stop }
}

async function connectTo(host) {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** An empty database with sessions by name. */
async function openDatabase(connect) {
  const watcher = await connect()
  await watcher.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const sessions = new Map()
  return {
    async session(name, isolation) {
      if (!sessions.has(name)) sessions.set(name, await openSession(connect, isolation))
      return sessions.get(name)
    },
    setUp: async statements => {
      for (const statement of statements) await watcher.query(statement)
    },
    isWaiting: async ({ pid }) => {
      const { rows } = await watcher.query('SELECT pg_blocking_pids($1) AS by', [pid])
      return rows[0].by.length > 0
    },
    async close() {
      const pids = [...sessions.values()].map(({ pid }) => pid)
      await watcher.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids])
      await watcher.end()
    },
  }
}

async function openSession(connect, isolation) {
  const client = await connect()
  const level = isolation.toUpperCase()
  await client.query(`SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ${level}`)
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  return { pid: rows[0].pid, run: text => run(client, text) }
}

/** The kinds of error on which it depends who has caused what. */
const kinds = { '40P01': 'deadlock', '55P03': 'lockTimeout' }

async function run(client, text) {
  try {
    const { fields, rows, rowCount, command } = await client.query({ text, rowMode: 'array' })
    if (fields.length > 0) return { columns: fields.map(({ name }) => name), rows }
    return ['INSERT', 'UPDATE', 'DELETE'].includes(command) ? { affected: rowCount } : {}
  } catch (error) {
    const { code, message } = error
    return { error: { kind: kinds[code], code, sqlstate: code, message } }
  }
}
