import type { ClientRequest, PolicyName } from '../../vocabulary/requests.ts'
import type { NameMatch } from '../population/match-names.ts'
import type { AffectedUsers, Cell, CellReading, Change, Matrix } from '../population/results.ts'
import { differingAspects, readingKey } from './cell-reading.ts'

/** Users who share one class of the first plan and one class of the second. */
export interface JointClass {
  readonly before?: number
  readonly after?: number
  /** The name of the first of them on each side. */
  readonly userBefore?: string
  readonly userAfter?: string
  readonly size: number
}

/** A change with the inputs needed to replay it. */
export interface ComparedChange {
  readonly change: Change
  readonly joint: JointClass
  readonly before?: ClientRequest
  readonly after?: ClientRequest
  readonly keys: { readonly before: string; readonly after: string }
  /** The same change from other networks, from which the sign-in goes alike. */
  readonly elsewhere?: readonly Change[]
  /** The policies on which the change can depend, where nothing else differs. */
  readonly policies?: ReadonlySet<PolicyName>
  readonly words?: SignInWords
}

/** What is the same for several changes, where nothing differs but policies. */
export interface SignInWords {
  /** Equal for sign-ins of a user to which the same policies say the same on both sides. */
  readonly asked: string
  /** Equal for sign-ins that end the same way where the policies say the same. */
  readonly ending: string
}

/** Every change that some compared ones stand for. */
export const everyChange = (compared: readonly ComparedChange[]): readonly Change[] =>
  compared.flatMap(({ change, elsewhere = [] }) => [change, ...elsewhere])

type CellsByPlace = ReadonlyMap<string, Cell>

function byPlace(cells: readonly Cell[], place: (request: ClientRequest) => string): ReadonlyMap<number, CellsByPlace> {
  const classes = new Map<number, Map<string, Cell>>()
  for (const cell of cells) {
    const found = classes.get(cell.class) ?? new Map<string, Cell>()
    classes.set(cell.class, found)
    found.set(place(cell.request), cell)
  }
  return classes
}

/** What tells the sign-ins of one class apart. */
export const placeOf = ({ client, purpose, network }: Pick<ClientRequest, 'client' | 'purpose' | 'network'>): string =>
  `${client}\u0000${purpose}\u0000${network}`

const reading = ({ verdict, prompts, legs }: Cell): CellReading => ({ verdict, prompts, legs })

const named = (request: ClientRequest | undefined, user: string | undefined): ClientRequest | undefined =>
  request === undefined || user === undefined ? undefined : { ...request, user }

function usersOf(joint: JointClass, before: Matrix, after: Matrix): AffectedUsers {
  const one = joint.before === undefined ? undefined : before.classes[joint.before]
  const other = joint.after === undefined ? undefined : after.classes[joint.after]
  return {
    ...(joint.before === undefined ? {} : { before: joint.before }),
    ...(joint.after === undefined ? {} : { after: joint.after }),
    representative: joint.userAfter ?? joint.userBefore ?? '',
    size: joint.size,
    traits: (other ?? one)?.traits ?? {},
  }
}

/** Whether two cells hold one result: a sign-in that ends as before is not played again. */
const isOne = (one: Cell | undefined, other: Cell | undefined): boolean =>
  one !== undefined && one.legs === other?.legs && one.verdict === other.verdict

function compared(one: Cell | undefined, other: Cell | undefined, joint: JointClass, users: AffectedUsers) {
  if (isOne(one, other)) return []
  const before = one && reading(one)
  const after = other && reading(other)
  const keys = { before: readingKey(before), after: readingKey(after) }
  const shown = (other ?? one)?.request
  if (keys.before === keys.after || shown === undefined) return []
  const { client, purpose, network } = shown
  const change: Change = {
    users,
    client,
    purpose,
    network,
    aspects: differingAspects(before, after),
    ...(before && { before }),
    ...(after && { after }),
  }
  const requestBefore = named(one?.request, joint.userBefore)
  const requestAfter = named(other?.request, joint.userAfter)
  const requests = { ...(requestBefore && { before: requestBefore }), ...(requestAfter && { after: requestAfter }) }
  return [{ change, joint, keys, ...requests } satisfies ComparedChange]
}

/**
 * The sign-ins whose outcome differs, in the order of the first plan; sign-ins that exist only in the second plan come
 * last.
 */
export function compareCells(
  before: Matrix,
  after: Matrix,
  joints: readonly JointClass[],
  names: NameMatch,
): readonly ComparedChange[] {
  const ones = byPlace(before.cells, placeOf)
  const others = byPlace(after.cells, ({ client, purpose, network }) =>
    placeOf({ client: names.clients.get(client) ?? client, purpose, network: names.networks.get(network) ?? network }),
  )
  const none: CellsByPlace = new Map()
  return joints.flatMap((joint) => {
    const left = joint.before === undefined ? none : (ones.get(joint.before) ?? none)
    const right = joint.after === undefined ? none : (others.get(joint.after) ?? none)
    const users = usersOf(joint, before, after)
    const places = new Set([...left.keys(), ...right.keys()])
    return [...places].flatMap((place) => compared(left.get(place), right.get(place), joint, users))
  })
}
