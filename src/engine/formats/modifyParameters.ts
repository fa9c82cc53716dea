/**
 * Tunables of changing a cluster that runs. They are resolved only for clusters that keep a place
 * for another instance, and stand in their own part of the setup.
 */
import type { ModifyParameterName } from '../contract/modify.ts'
import type { ParameterCard, ParameterDefault } from './parameterRow.ts'

export const modifyTable: Record<ModifyParameterName, ParameterDefault> = {
  'modify.create': { unit: 'duration', default: '300s' },
  'modify.restart': { unit: 'duration', default: '60s' },
  'modify.snapshot': { unit: 'duration', default: '300s' },
  'modify.restore': { unit: 'duration', default: '900s' },
  'modify.cutover': { unit: 'duration', default: '60s' },
  'modify.upgrade': { unit: 'duration', default: '600s' },
  'modify.green': { unit: 'duration', default: '1800s' },
}

export const modifyParameterNames = Object.keys(modifyTable) as ModifyParameterName[]

export function isOfModify(name: string): name is ModifyParameterName {
  return Object.hasOwn(modifyTable, name)
}

export const modifyParameters = {
  'modify.create': {
    number: 240,
    range: ['30s', '3600s'],
    basis: 'assumption',
    source: 'several minutes; not published',
    summary: 'Until an instance that is added serves, its start included.',
  },
  'modify.restart': {
    number: 241,
    range: ['15s', '600s'],
    basis: 'assumption',
    source: 'UG23: restarts; how long is not published',
    summary: 'Until an instance whose class is changed has started again.',
  },
  'modify.snapshot': {
    number: 242,
    range: ['1s', '3600s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Until a snapshot is there; it holds what was durable when it began.',
  },
  'modify.restore': {
    number: 243,
    range: ['60s', '7200s'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Until a new cluster made from a snapshot serves.',
  },
  'modify.cutover': {
    number: 244,
    range: ['1s', '600s'],
    basis: 'assumption',
    source: 'not published; depends on the applications',
    summary: 'Until applications use the endpoint of the new cluster.',
  },
  'modify.upgrade': {
    number: 245,
    range: ['30s', '7200s'],
    basis: 'assumption',
    source: 'not published; depends on the data',
    summary: 'Until an instance whose engine is upgraded in place has started again.',
  },
  'modify.green': {
    number: 246,
    range: ['60s', '7200s'],
    basis: 'assumption',
    source: 'not published; depends on the data',
    summary: 'Until the green copy of a cluster has started, and follows.',
  },
} as const satisfies Record<ModifyParameterName, ParameterCard>
