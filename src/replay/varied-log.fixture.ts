import { createHash } from 'node:crypto'
import type { Tenant } from '../tenant/tenant.ts'
import type { Shape } from './engine/shape-source.ts'
import { type LogRecord, seeded } from './generated-log.fixture.ts'
import type { ClassifiedPeople } from './people-of.ts'
import { type PredictedPolicy, type Prediction, predict } from './play/predict.ts'
import { requestOfShape } from './play/request-of-shape.ts'
import { stageOf } from './play/stage.ts'
import { everyDimension } from './reduction/dimensions.ts'

/** A sign-in without its end: the fields of a record, and, written by hand, what they mean. */
interface Draw {
  readonly user: string
  readonly guest: boolean
  readonly at: number
  readonly fields: Record<string, unknown>
  readonly values: Partial<Shape['values']>
}

/** A sign-in as a record, and as the shape that it is. */
export interface VariedSignIn {
  readonly record: LogRecord
  readonly shape: Shape
  readonly prediction: Prediction
}

type Part = Pick<Draw, 'fields' | 'values'>
const part = (fields: Draw['fields'], values: Draw['values']): Part => ({ fields, values })

const exchange = '00000002-0000-0ff1-ce00-000000000000'
const mail = (client: string, word: string): Part =>
  part({ clientAppUsed: word, resourceId: exchange }, { client, resourceId: exchange })
const token = (client: string, word: string, resourceId: string, protocol = 'none', transfer = 'none'): Part =>
  part(
    { clientAppUsed: word, resourceId, authenticationProtocol: protocol, originalTransferMethod: transfer },
    { client, resourceId, protocol: protocol === 'deviceCode' ? 'device-code' : protocol, transfer },
  )

const applications = [
  '00000003-0000-0000-c000-000000000000',
  '00000003-0000-0ff1-ce00-000000000000',
  'dd0e0000-0000-4000-8000-000000000001',
]
const clients: readonly Part[] = [
  mail('imap4', 'IMAP4'),
  mail('exchange-activesync', 'Exchange ActiveSync'),
  ...applications.flatMap((id) => [
    token('browser', 'Browser', id),
    token('modern', 'Mobile Apps and Desktop clients', id),
    token('modern', 'Mobile Apps and Desktop clients', id, 'deviceCode'),
    token('modern', 'Mobile Apps and Desktop clients', id, 'ropc'),
    token('modern', 'Mobile Apps and Desktop clients', id, 'none', 'authenticationTransfer'),
  ]),
]
const places = [
  ['203.0.113.9', 'US'],
  ['198.51.100.20', 'FR'],
  ['192.0.2.55', 'DE'],
  ['192.0.2.56', 'JP'],
] as const
const systems = [
  ['Windows 10', 'windows'],
  ['Ios 17.4', 'iOS'],
  ['MacOs', 'macOS'],
  ['Android', 'android'],
  ['Linux', 'linux'],
] as const
const devices = [
  ['d1', true, 'Azure AD joined', 'AzureAD'],
  ['d2', false, 'Hybrid Azure AD joined', 'ServerAD'],
  ['', false, '', ''],
] as const
const risks = ['none', 'none', 'low', 'medium', 'high']

function draws(tenant: Tenant, seed: number, count: number): readonly Draw[] {
  const next = seeded(seed)
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const people = [...tenant.users.values()]
  return Array.from({ length: count }, (_, index) => {
    const [{ userPrincipalName: user }, client] = [pick(people), pick(clients)]
    const [[ipAddress, country], [operatingSystem, platform]] = [pick(places), pick(systems)]
    const [deviceId, isCompliant, trustType, trust] = pick(devices)
    const [signInRisk, userRisk] = [pick(risks), pick(risks)]
    const guest = user.includes('#EXT#')
    return {
      ...{ user, guest, at: tenant.asOf + index * 600_000 },
      fields: {
        ...{
          authenticationProtocol: 'none',
          originalTransferMethod: 'none',
          tokenIssuerType: 'AzureAD',
          ...client.fields,
        },
        ...{ ipAddress, location: { countryOrRegion: country }, userType: guest ? 'guest' : 'member' },
        ...{ deviceDetail: { deviceId, isCompliant, trustType, operatingSystem } },
        ...{ riskLevelDuringSignIn: signInRisk, riskLevelAggregated: userRisk },
      },
      values: {
        ...{ protocol: 'none', transfer: 'none', ...client.values, range: ipAddress, country, platform },
        ...{ device: deviceId === '' ? 'none' : 'known', compliant: isCompliant ? 'True' : 'False', trustType: trust },
        ...{ signInRisk, userRisk, userType: guest ? 'guest' : 'member' },
      },
    }
  })
}

function shapeOf({ values, at }: Draw, label: string, more: Partial<Shape['values']>): Shape {
  const known: Partial<Shape['values']> = { requirement: 'single', ...values, ...more, class: label }
  return {
    ...{ index: 0, values: everyDimension((name) => known[name] ?? ''), signIns: 1, people: 1, first: at, last: at },
    ...{ witness: '', application: '', resource: '' },
  }
}

const results: Readonly<Record<PredictedPolicy['effect'], string>> = {
  applies: 'success',
  'does not apply': 'notApplied',
  off: 'notEnabled',
  reports: 'reportOnlySuccess',
  'reports nothing': 'reportOnlyNotApplied',
  undetermined: 'unknown',
}

const guid = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')

function recordOf({ user, at, fields }: Draw, index: number, { end, verdict, policies }: Prediction): LogRecord {
  const [inside, asked] = [verdict.kind === 'signs-in', end === 'is asked']
  const code = 'error' in verdict ? verdict.error?.replace('AADSTS', '') : undefined
  return {
    ...{
      id: guid(`${index}`),
      createdDateTime: new Date(at).toISOString(),
      userPrincipalName: user,
      userId: guid(user),
    },
    ...{
      ...fields,
      appId: guid('app'),
      appDisplayName: 'App',
      status: { errorCode: inside ? 0 : Number(code ?? 53003) },
    },
    authenticationRequirement: asked ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationDetails: asked ? [{ authenticationStepResultDetail: 'MFA completed in Azure AD' }] : [],
    appliedConditionalAccessPolicies: policies.map(({ id = '', name, effect }) => ({
      ...{ id, displayName: name, result: effect === 'applies' && !inside ? 'failure' : results[effect] },
    })),
  }
}

/** Sign-ins that differ in what policies distinguish, as a tenant ends them; what is undetermined is left out. */
export function variedLog(
  { population, classOf }: ClassifiedPeople,
  seed: number,
  count: number,
): readonly VariedSignIn[] {
  const stage = stageOf(population)
  const open = draws(population.tenant, seed, count).map((draw, index) => {
    const label = `${classOf.get(draw.user.toLowerCase())}`
    return { draw, index, label, request: requestOfShape(stage, shapeOf(draw, label, {}), 'unknown') }
  })
  const staged = stage.tenant()
  return open.flatMap(({ draw, index, label, request }) => {
    if (!request.ok) return []
    const prediction = predict(staged, request.request)
    const parts = [prediction.end, ...prediction.policies.map(({ effect }) => effect)]
    if (parts.includes('undetermined')) return []
    const factor = prediction.end === 'is asked' ? ({ requirement: 'multi', secondFactor: 'done' } as const) : {}
    return [{ record: recordOf(draw, index, prediction), shape: shapeOf(draw, label, factor), prediction }]
  })
}

/** What another tenant says of the same sign-ins. */
export function predictionsOf(
  { population, classOf }: ClassifiedPeople,
  log: readonly VariedSignIn[],
): readonly Prediction[] {
  const stage = stageOf(population)
  const requests = log.map(({ record, shape }) => {
    const label = `${classOf.get(record.userPrincipalName.toLowerCase())}`
    return requestOfShape(stage, { ...shape, values: { ...shape.values, class: label } }, 'unknown')
  })
  const staged = stage.tenant()
  return requests.map((request) => {
    if (!request.ok) throw new Error(request.missing.join())
    return predict(staged, request.request)
  })
}
