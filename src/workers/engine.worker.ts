/** The worker: one session behind the calls of the page. Nothing else is exposed anywhere. */
import { expose } from 'comlink'
import { createEngineApi } from './createEngineApi.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { workerScheduler } from './workerScheduler.ts'

expose(createEngineApi(createSession(realEngine, workerScheduler()), loadLater))
