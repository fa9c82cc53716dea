/** The worker: one session behind the calls of the page. Nothing else is exposed anywhere. */
import { createEngineApi } from './createEngineApi.ts'
import { expose } from './expose.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { workerScheduler } from './workerScheduler.ts'

expose(createEngineApi(createSession(realEngine, loadLater, workerScheduler())), self)
