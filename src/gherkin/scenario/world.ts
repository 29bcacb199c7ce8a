import type { ReachedStage } from '../../plan/play/feature-gates.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type {
  ClientName,
  DeviceSignals,
  Instant,
  NetworkName,
  Purpose,
  Signals,
  UserName,
} from '../../vocabulary/requests.ts'
import type { FeatureBlock } from './feature-block.ts'
import { userNamed } from './find-names.ts'
import { assertSignIn, describeSignIn, type Ledger, mayChange, newLedger } from './ledger.ts'
import { sessionOf } from './play-session.ts'
import { problem } from './problem.ts'
import type { Recorder } from './recorder.ts'
import type { Session } from './session.ts'
import type { TenantCache } from './tenant-cache.ts'
import { locatedFor } from './tenant-mistakes.ts'
import { bare } from './words.ts'

/** A plan file with the changes of a scenario. */
export interface PlannedScenario {
  readonly file: string
  readonly changes: readonly string[]
}

/** The number of further failures in a run to explain with a nearest change. */
export interface FlipBudget {
  left: number
}

/** The sign-in to play; without a network it is played from every network of the tenant. */
export interface Subject {
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  readonly network?: NetworkName
  readonly presents?: Credential
  /** App id of the application that a token is requested for. */
  readonly application?: string
  /** Device signals; several if the device may be any of them. */
  readonly devices?: readonly DeviceSignals[]
}

/** The state of one scenario. Steps change it; assertions read the resulting sessions. */
export interface SignInWorld {
  /** The feature file, as named by the runner. */
  readonly feature: string
  readonly tenants: TenantCache
  readonly recorder: Recorder | undefined
  readonly flips: FlipBudget
  /** The stage of which the feature is a gate. */
  readonly gate: ReachedStage | undefined
  /** What was set up and what was asserted of it. */
  readonly ledger: Ledger
  /** The block below the running step, if the runner provides it. */
  block: FeatureBlock | undefined
  /** The block that contains the tenant, if it is in the feature. */
  tenantBlock: FeatureBlock | undefined
  /** The block of each change. */
  changeBlocks: readonly (FeatureBlock | undefined)[]
  file: string | undefined
  /** People named so far; they are not merged into classes of a population file. */
  people: readonly string[]
  /** The staged plan of the scenario. */
  plan: PlannedScenario | undefined
  /** The path of the sign-in logs. */
  signIns: string | undefined
  /** YAML changes to the tenant file, in order. */
  changes: readonly string[]
  at: Instant | undefined
  network: NetworkName | undefined
  signals: Signals
  subject: Subject | undefined
  /** The sessions of the subject; reset by any change. */
  played: readonly Session[] | undefined
}

/** A scenario in which nothing has been said yet. */
export function newWorld(
  feature: string,
  tenants: TenantCache,
  flips: FlipBudget,
  { recorder, gate }: { readonly recorder?: Recorder; readonly gate?: ReachedStage } = {},
): SignInWorld {
  return {
    feature,
    tenants,
    recorder,
    flips,
    gate,
    ledger: newLedger(),
    block: undefined,
    tenantBlock: undefined,
    changeBlocks: [],
    file: undefined,
    people: [],
    plan: undefined,
    signIns: undefined,
    changes: [],
    at: undefined,
    network: undefined,
    signals: {},
    subject: undefined,
    played: undefined,
  }
}

/** The tenant with the changes of this scenario. */
export function tenantOf(world: SignInWorld): Tenant {
  if (world.file === undefined) {
    throw problem('no tenant architecture is set\n  start with: Given the tenant architecture "NAME"')
  }
  const { file, changes, people, tenants } = world
  const loaded = tenants.load(file, changes, people)
  if (loaded.ok) return loaded.value
  throw tenants.refuse(file, locatedFor(world, loaded.diagnostics))
}

/** The named user; a user from a population file is not merged into a class. */
export function namedUser(world: SignInWorld, text: string): UserName {
  const tenant = tenantOf(world)
  if (world.file === undefined || !world.tenants.usersBeside(world.file, world.changes)) return userNamed(tenant, text)
  const person = bare(text).replace(/^(?:the|an?) /i, '')
  if (!world.people.includes(person)) world.people = [...world.people, person]
  return userNamed(tenantOf(world), text)
}

/** The named tenant file; if it does not exist, every candidate path counts as read, because it may be created. */
export function tenantFileNamed({ tenants, feature, recorder }: SignInWorld, name: string, what?: 'plan'): string {
  try {
    return tenants.locate(name, feature, what)
  } catch (thrown) {
    for (const file of tenants.candidates(name, feature)) recorder?.fileRead(file)
    throw thrown
  }
}

/** The instant at which sign-ins are judged: the one set in the scenario, otherwise the date in the file. */
export function instantOf(world: SignInWorld): Instant {
  return world.at ?? tenantOf(world).asOf
}

/** Moves the clock. */
export function setInstant(world: SignInWorld, at: Instant): void {
  mayChange(world.ledger)
  world.at = at
  world.played = undefined
}

/** Plays all following sign-ins from one network. */
export function setNetwork(world: SignInWorld, network: NetworkName): void {
  mayChange(world.ledger)
  world.network = network
  world.played = undefined
}

/** Sets who signs in, with what and for what. */
export function setSubject(world: SignInWorld, subject: Subject): void {
  const { user, client, purpose } = subject
  describeSignIn(world.ledger, `${user} / ${client} / ${purpose}`)
  world.subject = subject
  world.played = undefined
}

/** Adds signals to all following sign-ins. */
export function addSignals(world: SignInWorld, signals: Signals): void {
  mayChange(world.ledger)
  world.signals = { ...world.signals, ...signals }
  world.played = undefined
}

/** The sessions of the scenario's sign-in, one for each possible network. */
export function sessionsOf(world: SignInWorld): readonly Session[] {
  if (world.subject === undefined) {
    throw problem('no sign-in is described\n  start with: When USER uses CLIENT to PURPOSE')
  }
  world.played ??= play(world, world.subject)
  world.recorder?.sessions(world.played)
  assertSignIn(world.ledger)
  return world.played
}

/** Plays a sign-in under the conditions of the scenario, from the named network or from every one. */
export function play(world: SignInWorld, subject: Subject, at?: Instant): readonly Session[] {
  const tenant = tenantOf(world)
  const named = subject.network ?? world.network
  const networks = named === undefined ? [...tenant.networks.keys()] : [named]
  if (networks.length === 0)
    throw problem('the tenant architecture declares no network, so no sign-in can be simulated')
  const { user, client, purpose, presents, application } = subject
  const rest = {
    user,
    client,
    purpose,
    at: at ?? instantOf(world),
    signals: world.signals,
    ...(presents && { presents }),
    ...(application && { application }),
  }
  const devices = subject.devices ?? [undefined]
  return networks.flatMap((network) =>
    devices.map((device) => {
      const deviceInfo = device === undefined ? world.signals.deviceInfo : { ...world.signals.deviceInfo, ...device }
      const signals = deviceInfo === undefined ? world.signals : { ...world.signals, deviceInfo }
      return sessionOf(tenant, { ...rest, signals, network })
    }),
  )
}
