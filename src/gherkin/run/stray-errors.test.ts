import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { strayErrors } from './stray-errors.ts'

test('an error that nothing caught is a problem of the run, unless a step is judged for it', () => {
  const host = new EventEmitter()
  const stray = strayErrors('.', host)
  host.emit('unhandledRejection', new Error('late'))
  host.emit('uncaughtException', 5)
  const cucumber = () => undefined
  host.on('uncaughtException', cucumber)
  host.emit('uncaughtException', new Error('of a step'))
  host.off('uncaughtException', cucumber)
  stray.stop()
  expect(host.eventNames()).toEqual([])
  expect(stray.problems().map(({ message, invalid }) => [message.split(': ')[1], invalid])).toEqual([
    ['late', true],
    ['it throws 5', true],
  ])
})
