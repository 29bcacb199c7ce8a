import type { ClientApps, Platforms } from '../../tenant/conditional-access/model.ts'
import type { UnclearSides } from '../../tenant/conditional-access/unclear.ts'
import {
  both,
  decided,
  either,
  hit,
  type Judged,
  miss,
  not,
  notUnderstood,
  withoutFact,
  withoutSignal,
} from './judged.ts'
import type { MissingReading } from './sign-in.ts'

/** Whether the platform is one that a policy concerns. A platform that nobody lists is only in `all`. */
export function judgePlatforms(
  { all, include, exclude }: Platforms,
  unclear: UnclearSides,
  platform: string | undefined,
  reading: MissingReading,
): Judged {
  if (exclude.has('all')) return miss
  const within = (words: ReadonlySet<string>): Judged => {
    if (words.size === 0) return miss
    return platform === undefined ? withoutSignal('devicePlatform', reading) : decided(words.has(platform))
  }
  const included = all ? hit : either(within(include), notUnderstood(unclear.include))
  return both(included, not(either(within(exclude), notUnderstood(unclear.exclude))))
}

/** Platforms on which ActiveSync clients were distinguished as supported. */
const activeSyncPlatforms: ReadonlySet<string> = new Set(['android', 'iOS', 'windows', 'windowsPhone', 'macOS'])

/** Whether ActiveSync is meant by the older words, which tell its clients apart by their platform. */
function judgeActiveSync(types: ReadonlySet<string>, platform: string | undefined, reading: MissingReading): Judged {
  const supported =
    platform === undefined ? withoutSignal('devicePlatform', reading) : decided(activeSyncPlatforms.has(platform))
  const supportedOnes = types.has('easSupported') ? supported : miss
  return types.has('easUnsupported') ? either(supportedOnes, not(supported)) : supportedOnes
}

const legacyTypes: ReadonlySet<string> = new Set(['exchangeActiveSync', 'other'])

/** Whether the client is of a type that a policy concerns. */
export function judgeClientApps(
  { types, legacyUnclear }: ClientApps,
  type: string | undefined,
  platform: string | undefined,
  reading: MissingReading,
): Judged {
  if (type === undefined || type === 'unknown' || type === 'all') return withoutSignal('clientAppType', reading)
  if (legacyUnclear && legacyTypes.has(type)) return withoutFact('policyCreatedDateTime')
  if (types.has(type)) return hit
  return type === 'exchangeActiveSync' ? judgeActiveSync(types, platform, reading) : miss
}

/** Values that say that nobody can tell. */
const unknowable: ReadonlySet<string> = new Set(['hidden', 'unknown'])

/** Whether a level is one of those that a policy lists. Absent reads as the level `none`. */
export function judgeLevel(
  levels: ReadonlySet<string>,
  level: string | undefined,
  signal: string,
  reading: MissingReading,
): Judged {
  const lower = level?.toLowerCase()
  if (lower !== undefined && levels.has(lower)) return hit
  if (lower !== undefined && !unknowable.has(lower)) return miss
  return reading === 'none' ? decided(levels.has('none')) : withoutSignal(signal, reading)
}
