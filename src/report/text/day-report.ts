import type { PlayedDay, PlayedStep } from '../../analysis/day/play-day.ts'
import { presentedInWords } from '../../vocabulary/methods.ts'
import { mermaidText } from '../drawing/mermaid-escape.ts'
import { deviceJson } from '../json/device-json.ts'
import type { JsonObject } from '../json/json-value.ts'
import { renderAligned } from '../tables/aligned-table.ts'
import { sessionLabel } from '../wording/outcomes.ts'
import { shortPurposes } from '../wording/short.ts'
import { answeredByWords } from '../wording/tokens.ts'

const clock = ({ at }: PlayedStep): string => new Date(at).toISOString().slice(11, 16)
const deed = ({ step }: PlayedStep): string => (step.does === 'unlock' ? 'unlock' : shortPurposes[step.does])

/** What a user is asked for, or what answers. */
function asks({ prompts, presents, answeredBy, verdict, device, step }: PlayedStep): string {
  if (step.does === 'unlock' && device === undefined)
    return 'the file does not state how the user signs in to the device'
  if (device?.checkedBy === 'not-possible') return '✕ the device does not support this sign-in'
  if (verdict === undefined && step.does !== 'unlock') return 'the client is not used for this'
  if (verdict !== undefined && verdict.kind !== 'signs-in' && verdict.kind !== 'several-credentials')
    return sessionLabel(verdict)
  if (prompts === undefined) return '? undetermined'
  if (prompts > 0) return presents.map(presentedInWords).join(', ')
  return answeredBy.length === 0
    ? '○ nothing'
    : `○ nothing: ${answeredBy.map((one) => answeredByWords[one]).join(', ')}`
}

function leaves({ device }: PlayedStep): string {
  if (device === undefined) return ''
  const { primaryRefreshToken: token = 'undetermined', kerberosTicket: ticket = 'undetermined' } = device.yields
  return `token: ${token}, ticket: ${ticket}`
}

/** A day as a table, with how often the user is asked. */
export function dayTable({ steps, prompts, user }: PlayedDay): string {
  const rows = steps.map((step) => [
    clock(step),
    deed(step),
    step.step.client,
    step.step.network,
    step.prompts === undefined ? '?' : String(step.prompts),
    asks(step),
    leaves(step),
  ])
  const grid = renderAligned({ headings: ['At', 'Does', 'With', 'From', 'Asked', 'For', 'Leaves'], rows })
  const times = prompts === undefined ? 'an undetermined number of times' : prompts === 1 ? 'once' : `${prompts} times`
  return `${grid}\n${presentedName(user.displayName)} is asked ${times}. At the start there are no tokens or tickets.\n`
}

const presentedName = (name: string): string => name.replace(/\s+/g, ' ')

/** A day in the contract: `steps`, each with `prompts` and what answered. */
export function dayJson(
  { user, steps, prompts }: PlayedDay,
  header: { readonly tenant: string; readonly asOf: string },
): JsonObject {
  return {
    formatVersion: 1,
    ...header,
    user: user.userPrincipalName,
    ...(prompts === undefined ? {} : { prompts }),
    before: 'nothing-held',
    steps: steps.map((one) => ({
      at: new Date(one.at).toISOString(),
      do: one.step.does,
      client: one.step.client,
      network: one.step.network,
      ...(one.verdict === undefined ? {} : { verdict: one.verdict.kind }),
      ...(one.prompts === undefined ? {} : { prompts: one.prompts }),
      presents: [...one.presents],
      answeredBy: [...one.answeredBy],
      ...(one.device === undefined ? {} : { device: deviceJson(one.device) }),
    })),
  }
}

/** A day as a Mermaid sequence: the user, the device and the clients. */
export function dayDiagram({ user, steps }: PlayedDay): string {
  const clients = [...new Set(steps.filter(({ step }) => step.does !== 'unlock').map(({ step }) => step.client))]
  const drawn = (text: string): string => mermaidText(text, Number.POSITIVE_INFINITY)
  const lines = ['sequenceDiagram', `  actor person as ${drawn(user.displayName)}`, '  participant device as Device']
  for (const [index, client] of clients.entries()) lines.push(`  participant c${index} as ${drawn(client)}`)
  for (const one of steps) {
    const to = one.step.does === 'unlock' ? 'device' : `c${clients.indexOf(one.step.client)}`
    const silent = one.prompts === 0 && one.step.does !== 'unlock'
    const from = silent && one.answeredBy.includes('primary-refresh-token') ? 'device' : 'person'
    lines.push(`  ${from}${silent ? '-->>' : '->>'}${to}: ${drawn(`${clock(one)} ${deed(one)}: ${asks(one)}`)}`)
    const left = leaves(one)
    if (left !== '') lines.push(`  Note over device: ${drawn(left)}`)
  }
  return `${lines.join('\n')}\n`
}
