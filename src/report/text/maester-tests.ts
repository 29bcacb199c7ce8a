import type { TargetedRequest } from '../../proof/aimed-request.ts'

/** Where the cmdlet and its parameters are documented. */
export const maesterPage = 'https://maester.dev/docs/commands/Test-MtConditionalAccessWhatIf'

/** A request with the name of its file. */
export interface NamedRequest extends TargetedRequest {
  readonly name: string
}

const directoryId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u

/**
 * A text as PowerShell reads it literally: in single quotes, each quote doubled. PowerShell takes the typographic single
 * quotes for quotes as well. Characters that nobody sees are written by number.
 */
export function powerShellText(text: string): string {
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Cs}])/u).filter((part) => part !== '')
  const written = parts.map((part) =>
    unseen.test(part)
      ? [...part.matchAll(/[\s\S]/g)].map(([unit]) => `[char]0x${unit.charCodeAt(0).toString(16)}`).join(' + ')
      : `'${part.replace(/['\u2018-\u201B]/g, '$&$&')}'`,
  )
  const [first = "''", ...rest] = written
  // A text first: PowerShell adds numbers of characters up otherwise.
  return rest.length === 0 && first.startsWith("'") ? first : `('' + ${written.join(' + ')})`
}

/** The parameters of the cmdlet for conditions of a request, with the words that it refuses. */
const parameters: readonly (readonly [condition: string, parameter: string, refused: readonly string[]])[] = [
  ['clientAppType', 'ClientAppType', []],
  ['devicePlatform', 'DevicePlatform', []],
  ['signInRiskLevel', 'SignInRiskLevel', []],
  ['userRiskLevel', 'UserRiskLevel', []],
  ['insiderRiskLevel', 'InsiderRiskLevel', ['none']],
  ['country', 'Country', ['unknown']],
  ['ipAddress', 'IpAddress', []],
]

/** Why the cmdlet cannot be asked for a request; undefined if it can. */
function obstacleOf({
  signInIdentity,
  signInContext,
  signInConditions,
}: TargetedRequest['request']): string | undefined {
  const { authenticationFlow } = signInConditions
  const { includeApplications, userAction } = signInContext
  if (typeof signInIdentity['userId'] !== 'string') return 'the cmdlet asks for users only'
  if (userAction === undefined && !Array.isArray(includeApplications))
    return 'the cmdlet has no parameter for an authentication context'
  if (Array.isArray(includeApplications) && !includeApplications.every((id) => directoryId.test(String(id))))
    return 'the cmdlet takes applications by id only'
  const flow = typeof authenticationFlow === 'object' ? authenticationFlow['transferMethod'] : authenticationFlow
  if (flow !== undefined && flow !== 'none') return 'the cmdlet has no parameter for an authentication flow'
  return undefined
}

function argumentsOf({ signInContext, signInConditions }: TargetedRequest['request']): readonly string[] {
  const { includeApplications, userAction } = signInContext
  const target = Array.isArray(includeApplications)
    ? `-IncludeApplications ${includeApplications.map((id) => powerShellText(String(id))).join(', ')}`
    : `-UserAction ${powerShellText(String(userAction))}`
  const given = parameters.flatMap(([condition, parameter, refused]) => {
    const value = signInConditions[condition]
    return typeof value !== 'string' || refused.includes(value) ? [] : [`-${parameter} ${powerShellText(value)}`]
  })
  const { deviceInfo } = signInConditions
  const device = typeof deviceInfo === 'object' ? Object.entries(deviceInfo) : []
  const pairs = device.map(([name, value]) => `${powerShellText(name)} = ${powerShellText(value)}`)
  return [target, ...given, ...(pairs.length === 0 ? [] : [`-DeviceInfo @{ ${pairs.join('; ')} }`]), '-AllResults']
}

/** A text in a comment: a new line would end it. */
const inComment = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ')

function testOf({ name, aims, scenarios = [], request }: NamedRequest): readonly string[] {
  const obstacle = obstacleOf(request)
  if (obstacle !== undefined) return [`    # ${name}: left out, ${obstacle}`, '']
  const { userId = '' } = request.signInIdentity
  const user = powerShellText(String(userId))
  const id = directoryId.test(String(userId)) ? user : `(Get-MgUser -UserId ${user}).Id`
  return [
    ...scenarios.map((one) => `    # ${inComment(`${one.name} (${one.place})`)}`),
    `    It '${name}' {`,
    `        $userId = ${id}`,
    `        $answer = Test-MtConditionalAccessWhatIf -UserId $userId ${argumentsOf(request).join(' ')}`,
    ...aims.flatMap(({ policy, id: known, misses }) => {
      const same =
        known === undefined ? `$_.displayName -ceq ${powerShellText(policy)}` : `$_.id -eq ${powerShellText(known)}`
      return [`        ($answer | Where-Object { ${same} }).policyApplies | Should -Be $${misses === undefined}`]
    }),
    '    }',
    '',
  ]
}

/** The requests as tests of Maester: each policy that a request was made for applies to it, or does not. */
export function maesterTests(requests: readonly NamedRequest[]): string {
  return [
    '# Tests of Maester (https://maester.dev). The answers of the tenant are compared with what authplan expects.',
    `# Cmdlet and parameters: ${maesterPage}`,
    '',
    "Describe 'Conditional Access What If' -Tag 'CA' {",
    ...requests.flatMap(testOf),
    '}',
    '',
  ]
    .join('\n')
    .replace(/\n\n\}\n$/, '\n}\n')
}
