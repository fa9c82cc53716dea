/** The second worker: it works on one task after the other, and is ended to call one off. */
import { expose } from 'comlink'
import { createLabApi } from './createLabApi.ts'
import { loadLab } from './loadLab.ts'

expose(createLabApi(loadLab))
