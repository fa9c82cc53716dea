/** What the panel says of Serverless v2 beside its control loop. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { v2Frame } from '../../scene/testing/v2Frame.ts'
import { engineStore } from '../../store/engineStore.ts'
import { ServerlessPanel } from './ServerlessPanel.tsx'

/** A server renders the initial state of a store, so that is what is set here. */
function panelOf(...changes: Parameters<typeof v2Frame>): string {
  Object.assign(engineStore.getInitialState(), { frame: v2Frame(...changes) })
  return renderToStaticMarkup(<ServerlessPanel />)
}

it('says shares as the monitoring does, of the maximum, and what the cache holds', () => {
  const html = panelOf()
  expect(html).toContain('<dd>59 %</dd>')
  expect(html).toContain('<dd>52 %</dd>')
  expect(html).toContain('aria-label="30 of 40 pages cached"')
  expect(html).toContain('>available<')
})

it('flags a ceiling of connections that only a reboot moves', () => {
  expect(panelOf()).not.toContain('Pending reboot')
  const html = panelOf({ afterReboot: 5_000 })
  expect(html).toContain('Pending reboot: 5,000 connections')
  expect(html).toMatch(/<button[^>]*>Reboot w1/)
})

it('shows in red words that memory has run out', () => {
  const html = panelOf({ isIncompatible: true })
  expect(html).toContain('>incompatible-parameters<')
  expect(html).toContain('w1 ran out of memory: it needs 10.9')
})

it('lists the features of the edition, what each does, and which are on', () => {
  const html = panelOf()
  const row = /<input type="checkbox"([^>]*)\/><span>([^<]*)<\/span><small>([^<]*)/g
  const rows = [...html.matchAll(row)].map(([, on, ...words]) => [/checked/.test(on!), ...words])
  expect(rows).toEqual([
    [false, 'Performance Insights', 'at least 2 ACU'],
    [true, 'Global database, primary', 'at least 8 ACU, no pause'],
    [false, 'Binlog replication', 'no pause'],
  ])
})

it('looks inside: hosts, which is hot, and a live migration', () => {
  const migration = { from: 'b-host-1', to: 'b-host-2', endsAt: 412_000_000 }
  const html = panelOf({ migration })
  expect(html).toContain('aria-label="b-host-1: 110 of 128 ACU reserved"')
  expect(html).toMatch(/<strong> with w1<\/strong><em[^>]*> hot/)
  expect(html).toContain('frozen for another 12 s')
  expect(panelOf({}, { hosts: [] })).toContain('Look at the hosts')
})

it('offers a start only to a cluster that is stopped', () => {
  const stop = { state: 'stopped', since: 0, endsAt: 604_800_000_000 } as const
  expect(panelOf()).toMatch(/disabled=""[^>]*>Start</)
  const html = panelOf({ stop: 'stopped' }, { stop })
  expect(html).toMatch(/disabled=""[^>]*>Stop</)
  expect(html).not.toMatch(/disabled=""[^>]*>Start</)
  expect(html).toContain('w1 is stopped with its cluster.')
})
