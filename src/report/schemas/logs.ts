import type { CountedWord, Witness } from '../../replay/calibrate/calibrate.ts'
import type { Disagreement } from '../../replay/calibrate/compare-shape.ts'
import type { Count, NamedTally } from '../../replay/calibrate/tally.ts'
import type { BrokenFile, LeftOut } from '../../replay/engine/shape-source.ts'
import type { Authentication, VendorEnd } from '../../replay/inventory/inventory.ts'
import type { PlanEffect } from '../../replay/plan/judge-plan.ts'
import type { ReadLogs } from '../text/replay-report.ts'
import {
  count,
  flag,
  foreign,
  instant,
  list,
  number,
  object,
  optional,
  shape,
  text,
  texts,
  version,
  type Written,
  wordOf,
} from './schema.ts'

const signIns = count('The number of sign-ins.')
const shapes = count('The number of different kinds of sign-ins.')
const people = count('The number of people, at least.')
const most = optional(count('The number of people, at most, if it is not exact.'))

const leftOutReasons = {
  'request without a person': true,
  'request of a health mailbox': true,
  'request that opens no mailbox': true,
  'event of another source': true,
  'event that describes another one': true,
  'event that another one records as well': true,
  'token for AD FS itself': true,
  'event of AD FS that records no request for a token': true,
} as const

const logs = object<Written<ReadLogs, 'first' | 'last'>>('What was read.', {
  files: count('The number of files.'),
  table: optional(text('The table of an engine, if there are no files.')),
  signIns,
  people,
  mostPeople: most,
  shapes,
  first: optional(instant('The first sign-in.')),
  last: optional(instant('The last sign-in.')),
  broken: list(
    'Records that could not be read.',
    object<BrokenFile>('One file.', {
      file: text('The file.'),
      count: count('The number of records.'),
      lines: list('The first lines concerned.', count('A line.')),
    }),
  ),
  leftOut: optional(
    list(
      'Records of servers that are no requests of people.',
      object<LeftOut>('One kind.', {
        reason: wordOf<LeftOut['reason']>('Why.', leftOutReasons),
        count: count('How many.'),
      }),
    ),
  ),
  copies: optional(count('Records that are copies of other ones and do not count, as where files overlap.')),
  accountNames: optional(
    count(
      'People whom servers name as an account of a Windows domain, and who may be counted by another name as well.',
    ),
  ),
})

const header = {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  file: text('The tenant file.'),
  logs,
} as const

const counted = object<Count>('A count.', { shapes, signIns })
const tally = object<NamedTally>('How sign-ins compare.', {
  name: text('The subject.'),
  agrees: counted,
  disagrees: counted,
  undetermined: counted,
  notComparable: counted,
})
const word = object<CountedWord>('One word.', { name: text('The word.'), shapes, signIns })

const disagreementFields = {
  about: wordOf<Disagreement['about']>('What differs.', {
    end: true,
    error: true,
    'second-factor': true,
    policy: true,
  }),
  policy: optional(text('The policy.')),
  recorded: text('What the log says.'),
  predicted: text('What the model says.'),
  reason: optional(text('The first condition that is not met according to the model.')),
} as const

const disagreement = shape('Equal disagreements between log and model.', {
  ...disagreementFields,
  shapes,
  signIns,
  people,
  most,
  explanations: texts('Single changes of the tenant file that make the model match.'),
  witness: object<Omit<Written<Witness, 'at'>, 'user'>>('An example, without the user.', {
    id: text('The id of the record.'),
    at: instant('The instant.'),
    shape: count('The index of the kind of sign-in.'),
    client: text('The client.'),
    application: text('The application.'),
    network: text('The network.'),
  }),
})

const effectName = wordOf<PlanEffect>('The effect.', {
  'newly blocked': true,
  'newly asked': true,
  'newly unprotected': true,
  'no longer asked': true,
  undetermined: true,
  'unexplained today': true,
})
const groupFields = { name: text('The subject.'), signIns, shapes, people, most } as const
const groups = (what: string) => list(what, shape('One group.', groupFields))

const plan = shape('What a plan would do to the sign-ins of the log.', {
  file: optional(text('The file of the plan.')),
  at: optional(instant('The date of the plan.')),
  enforced: texts('Report-only policies that are taken as enforced.'),
  judged: count('The number of sign-ins judged.'),
  notJudged: count('The number of sign-ins not judged.'),
  openAlready: count('The number of judged sign-ins that are undetermined today and under the plan.'),
  effects: list(
    'The effects.',
    shape('One effect.', {
      ...groupFields,
      effect: effectName,
      causes: groups('By cause.'),
      applications: groups('By application.'),
      weeks: groups('By week.'),
    }),
  ),
  people: optional(
    list('The people, if requested.', shape('One effect.', { effect: effectName, names: texts('The people.') })),
  ),
})

/** The document of `replay`. */
export const replay = shape('How well the model explains a log, and what a plan would do.', {
  ...header,
  explained: number('The share of comparable sign-ins that the model explains, from 0 to 1.'),
  total: tally,
  byPolicy: list('By policy.', tally),
  byApplication: list('By application.', tally),
  byClient: list('By client.', tally),
  byWeek: list('By week, named by its Monday.', tally),
  disagreements: list('The disagreements.', disagreement),
  missing: list('Missing facts that kept sign-ins from being judged.', word),
  unmapped: list('Words of the log that no table contains.', word),
  servers: list('Servers whose logs are not compared with the model.', word),
  plan: optional(plan),
})

const clientInUse = shape('A client in use.', {
  server: optional(text('The server whose log shows it.')),
  application: text('The application.'),
  applicationId: text('Its id.'),
  spoke: text('The word of the log for what it spoke.'),
  platform: text('The platform.'),
  authentication: wordOf<Authentication>('How it authenticates.', {
    basic: true,
    'password grant': true,
    'device code': true,
    digest: true,
    ntlm: true,
    negotiate: true,
    kerberos: true,
    forms: true,
    password: true,
    certificate: true,
    modern: true,
    unknown: true,
  }),
  catalog: texts('The clients of the catalog that it can be.'),
  signIns,
  succeeded: count('The number of successful sign-ins.'),
  people,
  most,
  first: instant('The first sign-in.'),
  last: instant('The last sign-in.'),
  ends: optional(
    object<Written<VendorEnd, 'at'>>('When the vendor blocks it.', { at: instant('When.'), rule: text('The rule.') }),
  ),
  file: optional(foreign('The client as an entry of a tenant file.', { type: ['object', 'string'] })),
  shapes,
})

/** The document of `replay --clients`. */
export const inventory = shape('The clients in use according to a log.', {
  ...header,
  clients: list('The clients.', clientInUse),
  networks: texts('The networks of the tenant file from which sign-ins came.'),
  elsewhere: flag('Whether sign-ins also came from elsewhere.'),
  people: optional(texts('The people, if requested.')),
})
