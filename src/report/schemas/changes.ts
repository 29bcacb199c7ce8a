import type {
  AffectedUsers,
  Aspect,
  Cause,
  CellReading,
  Change,
  Difference,
  LegReading,
} from '../../analysis/population/results.ts'
import { auditTrails } from '../../vocabulary/actors.ts'
import { legName, protocol, relyingParty } from './leg.ts'
import { citation, origin } from './places.ts'
import { sessionControls } from './policies.ts'
import {
  constant,
  count,
  flag,
  foreign,
  instant,
  list,
  object,
  oneOf,
  optional,
  record,
  type Schema,
  shape,
  text,
  texts,
  union,
  version,
  type Written,
  wordOf,
} from './schema.ts'
import { plainSessionVerdict, tracedVerdict } from './verdicts.ts'

const leg = object<LegReading>('One leg.', {
  leg: legName,
  relyingParty,
  protocol,
  optional: flag('Whether the session can do without it.'),
  verdict: tracedVerdict,
  audit: list('The trails that record the sign-in.', oneOf('A trail.', auditTrails)),
  required: optional(list('Controls that policies still require.', texts('Alternative controls.'))),
  session: optional(sessionControls),
})

const reading = object<CellReading>('The outcome of a sign-in.', {
  verdict: plainSessionVerdict,
  prompts: count('The number of prompts.'),
  legs: list('The legs.', leg),
})

const aspect = wordOf<Aspect>('What changes.', {
  verdict: true,
  credential: true,
  presents: true,
  verifier: true,
  'second-factor': true,
  prompts: true,
  policies: true,
  'grant-controls': true,
  'session-controls': true,
  error: true,
  stage: true,
  audit: true,
  rule: true,
  legs: true,
})

const affected = object<AffectedUsers>('Users to whom the same happens.', {
  before: optional(count('The index of their class before.')),
  after: optional(count('The index of their class after.')),
  representative: text('The first of them.'),
  size: count('The number of them.'),
  traits: record('What distinguishes them.', text('The value.')),
})

/** A sign-in before and after. */
export const change = object<Change>('A sign-in whose outcome differs.', {
  users: affected,
  client: text('The client.'),
  purpose: text('The purpose.'),
  network: text('The network.'),
  aspects: list('What changes.', aspect),
  before: optional(reading),
  after: optional(reading),
})

type Of<Kind> = Extract<Difference, { readonly kind: Kind }>
const at = instant('When it takes effect.')
const sides = { before: optional(origin), after: optional(origin) } as const

/** A difference between two plans. */
export const difference: Schema<unknown> = union<unknown>('A difference that can be applied separately.', [
  object<Of<'file'>>('A value of the tenant file.', {
    kind: constant('file'),
    path: text('The path in the tenant file.'),
    before: optional(text('The value before, as JSON.')),
    after: optional(text('The value after, as JSON.')),
    origin: optional(object<NonNullable<Of<'file'>['origin']>>('Where each side states it.', sides)),
  }),
  object<Written<Of<'vendor'>, 'at'>>('A change of the vendor.', {
    kind: constant('vendor'),
    ids: texts('Ids in the vendor timeline.'),
    at,
    moment: optional(oneOf('What the day is, if not the first of the change.', ['ends', 'begins-here', 'ends-here'])),
    state: optional(text('The rollout state that begins here.')),
    statement: text('What changes.'),
    citation,
  }),
  object<Written<Of<'event'>, 'at'>>('An event that the file declares.', {
    kind: constant('event'),
    type: text('The type of the event.'),
    at,
    about: text('What the event is about.'),
    details: optional(foreign<Readonly<Record<string, unknown>>>('The other keys of the event.', { type: 'object' })),
    origin: optional(origin),
  }),
  object<Of<'named-files'>>('Files that the plans name.', {
    kind: constant('named-files'),
    files: texts('The files.'),
  }),
  object<Written<Of<'elapsed'>, 'from' | 'to'>>('Time alone.', {
    kind: constant('elapsed'),
    from: instant('From.'),
    to: instant('To.'),
    statements: optional(texts('What expires or takes effect.')),
  }),
])

const cause = object<Omit<Cause, 'differences'> & { readonly differences: readonly unknown[] }>(
  'Changes caused by one difference, or by several only in combination.',
  {
    differences: list('The differences.', difference),
    users: count('The number of users.'),
    changes: list('The changed sign-ins.', change),
  },
)

const causes = list('The causes.', cause)
const withoutEffect = list('Differences that change no sign-in.', difference)

const side = shape('One of the two plans.', {
  tenant: text('The name of the tenant.'),
  file: text('The file.'),
  asOf: instant('The date.'),
  users: count('The number of users.'),
  signIns: count('The number of sign-ins.'),
})

/** The document of `diff`. */
export const diff = shape('What changes between two plans, and why.', {
  formatVersion: version,
  before: side,
  after: side,
  changes: count('The number of changed sign-ins.'),
  users: count('The number of users with a changed sign-in.'),
  causes,
  withoutEffect,
})

/** The document of `timeline`. */
export const timeline = shape('The dates on which sign-ins change.', {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  file: text('The file.'),
  from: instant('The first instant.'),
  to: instant('The last instant.'),
  users: count('The number of users.'),
  moments: list(
    'The dates.',
    shape('One date.', {
      at,
      changes: count('The number of changed sign-ins.'),
      users: count('The number of users with a changed sign-in.'),
      causes,
    }),
  ),
  withoutEffect,
})
