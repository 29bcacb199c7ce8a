import { parseDuration } from '../source/parse-values.ts'
import type { Signals } from '../vocabulary/requests.ts'
import type { Rows } from './definition.ts'
import { problem } from './problem.ts'
import { refuseName } from './words.ts'

const textKeys = [
  'devicePlatform',
  'clientAppType',
  'signInRiskLevel',
  'userRiskLevel',
  'servicePrincipalRiskLevel',
  'insiderRiskLevel',
  'country',
  'ipAddress',
  'authenticationFlow',
  'domainHint',
  'signInName',
] as const
const listKeys = ['methods', 'satisfied', 'scopes'] as const
const wordKeys = {
  mfaClaim: ['entra-id', 'federated-idp', 'none'],
  firstFactor: ['right', 'wrong'],
  signedIn: ['no', 'yes'],
  privateBrowsing: ['no', 'yes'],
} as const

const known: readonly string[] = [...textKeys, ...listKeys, ...Object.keys(wordKeys), 'lastMfa', 'deviceInfo.PROPERTY']

/** Signals from rows of key and value; an unknown key or value is refused with a suggestion. */
export function readSignals(rows: Rows): Signals {
  if (rows.length === 0) throw problem('the table has no rows, so it gives no signal')
  let signals: Signals = {}
  for (const [key = '', value = ''] of rows) signals = { ...signals, ...readSignal(key, value, signals) }
  return signals
}

/** One signal as it stands on the command line: a key and its value. */
export function readSignal(key: string, value: string, before: Signals): Signals {
  if (value === '') throw problem(`the signal \`${key}\` has no value`)
  if (textKeys.some((name) => name === key)) return { [key]: value }
  if (listKeys.some((name) => name === key)) return { [key]: value.split(/[,;]\s*/) }
  if (key === 'lastMfa') return { lastMfa: readAge(value) }
  if (key.startsWith('deviceInfo.')) {
    return { deviceInfo: { ...before.deviceInfo, [key.slice('deviceInfo.'.length)]: value } }
  }
  for (const [name, values] of Object.entries(wordKeys)) {
    if (name !== key) continue
    if (!values.some((word) => word === value)) throw refuseName(`value of \`${key}\`:`, value, values)
    return { [key]: value }
  }
  throw refuseName('signal', key, known)
}

function readAge(value: string): number {
  const age = parseDuration(value)
  if (age === undefined) throw refuseName('duration', value, ['PT2H', 'P30D'])
  return age
}
