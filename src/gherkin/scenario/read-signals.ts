import { type NamedDevices, parseSignals } from '../../analysis/parse-signals.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { problem } from './problem.ts'
import type { Rows } from './rows.ts'

/** Signals from rows of key and value, as on the command line; rejects an unknown key or value with a suggestion. */
export function readSignals(rows: Rows, devices: NamedDevices): Signals {
  if (rows.length === 0) throw problem('the table has no rows, so it sets no signals')
  if (rows.some((cells) => cells.length !== 2)) throw problem('each row needs a signal and its value, in two columns')
  const parsed = parseSignals(
    rows.map(([key = '', value = '']) => `${key}=${value}`),
    devices,
  )
  if (parsed.ok) return parsed.value
  throw problem(parsed.problems.map(({ message, help }) => `${message}\n  ${help}`).join('\n'))
}
