import type { Side } from '../../analysis/compare/joint-classes.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Instant, Purpose, UserName } from '../../vocabulary/requests.ts'
import type { BrokenDevice, DayOne, DayOneGuest, DayOnePerson, Registration, TaskOnDayOne } from '../day-one-result.ts'
import type { Merge, MovedPerson } from '../states/staged-plan.ts'
import { type Access, accessOf } from './classify.ts'
import { type Player, stateAt, windowOf } from './states.ts'

interface Ending {
  readonly access: Access
  readonly mustRegister: boolean
}

type Endings = ReadonlyMap<string, Ending>

const keyOf = (purpose: string, network: string): string => `${purpose}\u0000${network}`

const better = (one: Access | undefined, other: Access): Access =>
  one === 'works' || other === 'works' ? 'works' : one === 'open' || other === 'open' ? 'open' : 'closed'

/** How the sign-ins of a person end by purpose and network, whichever client is used. */
function endingsOf(tenant: Tenant, user: UserName, at: Instant, purpose?: Purpose): Endings {
  const found = new Map<string, Ending>()
  for (const request of planRequests(tenant, { user, at, ...(purpose && { purpose }) })) {
    const traces = simulateSession(tenant, request)
    if (traces.length === 0) continue
    const access = accessOf(sessionVerdict(traces))
    const registers = traces.some((trace) => {
      const verdict = verdictOf(trace)
      return verdict.kind === 'signs-in' && verdict.secondFactor === 'registration-required'
    })
    const key = keyOf(request.purpose, request.network)
    const before = found.get(key)
    found.set(key, { access: better(before?.access, access), mustRegister: registers || before?.mustRegister === true })
  }
  return found
}

/** What could be done in the source from anywhere, and how that ends in the target, network by network. */
function tasksOf(source: Endings, target: Endings, networks: readonly string[]): readonly TaskOnDayOne[] {
  const purposes = new Set(
    [...source].flatMap(([key, { access }]) => (access === 'works' ? [key.split('\u0000')[0] ?? ''] : [])),
  )
  return [...purposes].flatMap((purpose) =>
    networks.map((network): TaskOnDayOne => {
      const ending = target.get(keyOf(purpose, network))
      return { purpose, network, access: ending?.access ?? 'closed' }
    }),
  )
}

/** The people of a tenant who are alike share their endings. */
interface Played {
  readonly side: Side
  readonly at: Instant
  readonly endings: Map<string, Endings>
}

const userOf = ({ side }: Played, name: UserName): User | undefined => {
  const index = side.classOf.get(name.toLowerCase())?.index
  const representative = index === undefined ? undefined : side.population.classes[index]?.representative
  return representative === undefined ? undefined : side.population.tenant.users.get(representative)
}

function endingsIn(played: Played, user: User | undefined, purpose?: Purpose): Endings {
  if (user === undefined) return new Map()
  const key = `${user.userPrincipalName}\u0000${purpose ?? ''}`
  const known = played.endings.get(key)
  const found = known ?? endingsOf(played.side.population.tenant, user.userPrincipalName, played.at, purpose)
  played.endings.set(key, found)
  return found
}

/** Whether someone can register a method on day one without help. */
function registrationOf(target: Played, user: User | undefined, endings: Endings): Registration {
  if (user?.methods === undefined) return 'unknown'
  const isPass = (method: string): boolean => method.startsWith('temporaryAccessPass')
  if (user.methods.length > 0 && user.methods.every(isPass)) return 'has-pass'
  if (user.methods.length > 0 && ![...endings.values()].some(({ mustRegister }) => mustRegister)) return 'not-needed'
  const ways = [...endingsIn(target, user, 'register-for-mfa').values()]
  if (ways.length === 0) return 'unknown'
  if (ways.every(({ access }) => access === 'works')) return 'on-day-one'
  return ways.some(({ access }) => access === 'open') ? 'unknown' : 'needs-pass'
}

function personOf(source: Played, target: Played, { from, to }: MovedPerson): DayOnePerson {
  const user = userOf(target, to)
  const endings = endingsIn(target, user)
  const networks = [...target.side.population.tenant.networks.keys()]
  const tasks = tasksOf(endingsIn(source, userOf(source, from)), endings, networks)
  const closed = tasks.filter(({ access }) => access === 'closed')
  const open = tasks.filter(({ access }) => access === 'open')
  return {
    from,
    to,
    answer: closed.length > 0 ? 'stranded' : open.length > 0 ? 'open' : tasks.length === 0 ? 'nothing-before' : 'works',
    lost: closed,
    undetermined: open,
    ...(user?.methods === undefined ? {} : { methods: user.methods }),
    registration: registrationOf(target, user, endings),
  }
}

/** Devices that the source knows and the target does not, or knows as something less. */
function devicesOf({ source }: Merge, target: Tenant): readonly BrokenDevice[] {
  return [...source.devices.values()].flatMap((device): readonly BrokenDevice[] => {
    if (device.registered !== true && device.properties['isCompliant'] === undefined) return []
    const there = target.devices.get(device.name)
    if (there === undefined) return [{ device: device.name, because: 'not-declared' }]
    if (there.registered === false) return [{ device: device.name, because: 'not-registered' }]
    const compliant = device.properties['isCompliant'] === 'true' && there.properties['isCompliant'] !== 'true'
    return compliant ? [{ device: device.name, because: 'not-compliant' }] : []
  })
}

/** Everyone of a kind in a tenant, wherever they are declared. */
function guestsIn({ population, classOf }: Side): readonly UserName[] {
  const kinds = population.classes.map(({ representative }) => population.tenant.users.get(representative)?.kind)
  return [...classOf.values()].filter(({ index }) => kinds[index] === 'guest').map(({ name }) => name)
}

/** Guests of the source lose their access with it; guests of the target whose home is the source lose their home. */
function guestsOf({ source, side, people }: Merge, target: Side): readonly DayOneGuest[] {
  const domains = new Set([...source.domains.keys()].map((name) => name.toLowerCase()))
  const moved = new Set(people.flatMap(({ from }) => [from.toLowerCase(), from.toLowerCase().replace('@', '_')]))
  const ofTarget = guestsIn(target).filter((user) => {
    const name = user.toLowerCase().replace(/#ext#@.*$/, '')
    const domain = /[@_]([^@_]+)$/.exec(name)?.[1] ?? ''
    return moved.has(name) || domains.has(domain)
  })
  return [
    ...guestsIn(side).map((user) => ({ user, because: 'of-source' as const })),
    ...ofTarget.map((user) => ({ user, because: 'home-is-source' as const })),
  ]
}

/** Day one of the merge of a plan: everyone of the source signs in to the target. */
export function dayOneOf(player: Player): DayOne | undefined {
  const { plan } = player
  const { merge } = plan
  const stage = merge && plan.stages[merge.stage]
  if (merge === undefined || stage === undefined) return undefined
  const { earliest: at } = windowOf(plan, stage.index)
  const state = stateAt(player, stage, at)
  if (state === undefined) return undefined
  const source: Played = { side: merge.side, at, endings: new Map() }
  const target: Played = { side: state.side, at, endings: new Map() }
  const people = merge.people.map((one) => personOf(source, target, one))
  const answers = new Set(people.map(({ answer }) => answer))
  return {
    stage: stage.index,
    at,
    source: merge.source.file,
    tenant: merge.source.name,
    answer:
      people.length === 0
        ? 'about-nobody'
        : answers.has('stranded')
          ? 'refuted'
          : answers.has('open')
            ? 'open'
            : 'holds',
    people,
    leaving: merge.leaving,
    devices: devicesOf(merge, state.plan.tenant),
    guests: guestsOf(merge, state.side),
  }
}
