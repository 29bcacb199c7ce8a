import type { SessionWitness } from '../../proof/claims/proof.ts'
import { shellPath, shellWord } from '../../source/text/shell-word.ts'
import type { JsonObject } from '../json/json-value.ts'
import { sessionLabel, verdictLabel } from '../wording/outcomes.ts'
import { purposeName } from './change-words.ts'

/** What a sign-in brings, as the entries of `--signal`. */
export function signalEntries({ signals }: Pick<SessionWitness, 'signals'>): readonly string[] {
  return Object.entries(signals).flatMap(([key, value]: readonly [string, unknown]): readonly string[] => {
    if (Array.isArray(value)) return [`${key}=${value.length === 0 ? 'none' : value.join(',')}`]
    if (typeof value === 'number') return [`${key}=PT${value / 1000}S`]
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([name, one]) => (one === '' ? [] : [`${key}.${name}=${one}`]))
    return [`${key}=${value}`]
  })
}

/** Who signs in with what, from where, bringing what, and how that ends. */
export function sessionWitnessWords(witness: SessionWitness): string {
  const { user, client, purpose, network, application, verdict, leg } = witness
  const entries = signalEntries(witness)
  const target = application === undefined ? purposeName(purpose) : `a token for ${application}`
  const given = entries.length === 0 ? '' : `, with ${entries.join(', ')}`
  const shown =
    leg === undefined ? sessionLabel(verdict) : `${sessionLabel(verdict)}; ${leg.leg}: ${verdictLabel(leg.verdict)}`
  return `${user}, ${client}, ${target}, from ${network}${given}: ${shown}`
}

/** The command that shows the same sign-in step by step. */
export function sessionReplay(
  { file, asOf }: { readonly file: string; readonly asOf?: string },
  witness: SessionWitness,
): string {
  const { user, client, purpose, network, application } = witness
  const words = [
    `authplan explain ${shellPath(file)} -u ${shellWord(user)} -c ${shellWord(client)} -p ${purpose} -n ${shellWord(network)}`,
    ...(application === undefined ? [] : [`--app ${shellWord(application)}`]),
    ...signalEntries(witness).map((entry) => `--signal ${shellWord(entry)}`),
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
  ]
  return words.join(' ')
}

/** The same in the JSON contract. */
export function sessionWitnessJson(witness: SessionWitness): JsonObject {
  const { signals: _signals, verdict, leg, ...request } = witness
  return {
    ...request,
    signals: signalEntries(witness),
    verdict: verdict.kind,
    ...(leg === undefined ? {} : { leg: leg.leg, legVerdict: leg.verdict.kind }),
  }
}
