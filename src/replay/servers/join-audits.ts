import type { AuditItem, Caller } from './ad-fs-detail.ts'
import { agentFields, leftOut, notAPerson, type ServerItem, type ServerRow } from './server-row.ts'

/** How many requests wait for their other events, which are near them in a log. */
const mostWaiting = 20_000

interface Waiting {
  activity?: string
  row?: ServerRow
  caller?: Caller
  issued?: Caller
}

interface Audits {
  readonly tokens: Map<string, Waiting>
  readonly refused: Map<number, { readonly activity: string; readonly row: ServerRow }>
  readonly pages: Map<string, Caller>
  /** Requests that an event of the basic level records. */
  readonly recorded: Map<string, true>
  /** Whether the log has events of the basic level, which then records every request. */
  basic: boolean
  refusals: number
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value)
  if (map.size <= mostWaiting) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

/** Whether an event of the basic level records the same: by its id, or since a log without ids has such events. */
const isRecorded = ({ recorded, basic }: Audits, activity: string): boolean =>
  activity === '' ? basic : recorded.has(activity)

const again = leftOut('event that another one records as well')

function settleToken(audits: Audits, { activity = '', row, caller, issued }: Waiting): readonly ServerItem[] {
  if (row === undefined) return []
  if (isRecorded(audits, activity)) return [again]
  const said = [caller, issued, audits.pages.get(activity)]
  const first = (name: keyof Caller): string => said.find((one) => (one?.[name] ?? '') !== '')?.[name] ?? ''
  const userName = first('userName')
  const other = notAPerson(userName)
  if (other !== undefined) return [other]
  const how = { client: first('client'), address: first('address'), authentication: first('authentication') }
  return [{ kind: 'row', row: { ...row, userName, ...agentFields(first('agent')), ...how } }]
}

/** Settles the oldest ones until no more than so many wait. */
function* settle(audits: Audits, most: number): Generator<ServerItem> {
  for (const [instance, waiting] of audits.tokens) {
    if (audits.tokens.size <= most) break
    audits.tokens.delete(instance)
    yield* settleToken(audits, waiting)
  }
  for (const [index, { activity, row }] of audits.refused) {
    if (audits.refused.size <= most) break
    audits.refused.delete(index)
    yield isRecorded(audits, activity) ? again : { kind: 'row', row }
  }
}

function note(audits: Audits, item: AuditItem): ServerItem | undefined {
  const describes = leftOut('event that describes another one')
  switch (item.kind) {
    case 'request':
      audits.basic = true
      if (item.activity !== '') keep(audits.recorded, item.activity, true)
      return item.item
    case 'token':
      audits.tokens.set(item.instance, {
        ...audits.tokens.get(item.instance),
        activity: item.activity,
        row: item.row,
      })
      return undefined
    case 'claims': {
      const before = audits.tokens.get(item.instance)
      const name = item.issued ? 'issued' : 'caller'
      // several events can share the claims of one token; what the first ones say stays
      audits.tokens.set(item.instance, { ...before, [name]: united(before?.[name], item.caller) })
      return describes
    }
    case 'page':
      if (item.activity !== '') keep(audits.pages, item.activity, item.caller)
      return describes
    case 'refused':
      audits.refusals += 1
      audits.refused.set(audits.refusals, item)
      return undefined
    default:
      return item
  }
}

function united(before: Caller | undefined, more: Caller): Caller {
  const given = Object.entries(before ?? {}).filter(([, value]) => value !== '')
  return { ...more, ...Object.fromEntries(given) }
}

/**
 * The requests of a log of AD FS. At the detailed level of audits, events with one id make a request: the token, the
 * claims of the person, the page that was opened. A request that the basic level records counts there.
 */
export function* joinAudits(items: Iterable<AuditItem>): Generator<ServerItem> {
  const audits: Audits = {
    ...{ tokens: new Map(), refused: new Map(), pages: new Map(), recorded: new Map() },
    ...{ basic: false, refusals: 0 },
  }
  for (const item of items) {
    const found = note(audits, item)
    if (found !== undefined) yield found
    yield* settle(audits, mostWaiting)
  }
  yield* settle(audits, 0)
}
