import type { RequestSet, RequestTarget, TargetedRequest } from '../../proof/aimed-request.ts'
import { shellPath } from '../../source/text/shell-word.ts'
import { graphSources } from '../../vocabulary/sources/graph.ts'
import { jsonText } from '../json/json.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { maesterPage, maesterTests, type NamedRequest } from './maester-tests.ts'
import { conditionWords } from './policy-grid.ts'

/** A file to write. */
export interface RequestFile {
  readonly name: string
  readonly text: string
}

/** What the name of a file with a request ends with, and that of its saved answer. */
export const requestEnding = '.request.json'
export const answerEnding = '.answer.json'

const longestName = 60

/** A name in letters, digits and hyphens, which every file system and shell takes. */
function plainName(text: string, otherwise = 'policy'): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
  return plain.slice(0, longestName).replace(/^-+|-+$/g, '') || otherwise
}

const wordOf = ({ misses }: RequestTarget): string =>
  misses === undefined ? 'applies' : `misses-${plainName(conditionWords[misses])}`

/** The scenario that describes a request, or the first policy that it was made for and what it shows of it. */
function wantedName({ aims: [aim], scenarios: [scenario] = [] }: TargetedRequest): string {
  if (scenario !== undefined) return plainName(scenario.name, 'scenario')
  return aim === undefined ? 'request' : `${plainName(aim.policy)}-${wordOf(aim)}`
}

/** Requests, each with a name of its own. */
export function namedRequests(requests: readonly TargetedRequest[]): readonly NamedRequest[] {
  const taken = new Set<string>()
  return requests.map((one) => {
    const wanted = wantedName(one)
    let name = wanted
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`
    taken.add(name)
    return { ...one, name }
  })
}

const targetWords = ({ policy, misses }: RequestTarget): string =>
  `${policy}: ${misses === undefined ? 'applies' : `misses ${conditionWords[misses]}`}`

/** What a request shows: each aim, or of a sign-in that scenarios describe the policies that apply to it. */
function shown({ aims, scenarios }: NamedRequest): string {
  if (scenarios === undefined) return aims.map(targetWords).join('; ')
  const applying = aims.filter(({ misses }) => misses === undefined).map(({ policy }) => policy)
  const described = scenarios.map(({ name, place }) => `${name} (${place})`).join('; ')
  return `${described}: ${applying.length === 0 ? 'no policy applies' : `applies ${applying.join(', ')}`}`
}

/** Whether a request names a user by a name, since the tenant file has no object id. */
const isNamed = ({ request: { signInIdentity } }: NamedRequest): boolean =>
  String(signInIdentity['userId'] ?? '').includes('@')

/** The requests are put as they are; a name is replaced by the object id, which the tenant is asked for. */
function commandsFor(named: boolean): string {
  const scopes = ["'Policy.Read.ConditionalAccess'", ...(named ? ["'User.ReadBasic.All'"] : [])].join(', ')
  const lookUp = [
    '    $user = ($body | ConvertFrom-Json).signInIdentity.userId',
    "    if ($user -like '*@*') { $body = $body.Replace($user, (Get-MgUser -UserId $user).Id) }",
  ]
  return `\`\`\`powershell
Connect-MgGraph -Scopes ${scopes}
Get-ChildItem -Filter '*${requestEnding}' | ForEach-Object {
    $body = Get-Content -LiteralPath $_.FullName -Raw -Encoding utf8
${named ? `${lookUp.join('\n')}\n` : ''}    Invoke-MgGraphRequest -Method POST -ContentType 'application/json' -Body $body \`
        -Uri 'https://graph.microsoft.com/v1.0/identity/conditionalAccess/evaluate' \`
        -OutputFilePath ($_.FullName -replace '\\.request\\.json$', '${answerEnding}')
}
\`\`\``
}

const userPage = 'https://learn.microsoft.com/graph/api/resources/usersignin'

/** Why a request cannot be put as it is. */
const namesNote = `
Some requests name a user where Graph documents the [object id](${userPage}) only, since the tenant file has no \`id\` of that user: do
not put them as they are, because the answer to a name is documented nowhere. The command asks the tenant for the id (with the
permission \`User.ReadBasic.All\`); with an \`id\` in the tenant file the request has it.
`

const cmdletPage = 'https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/invoke-mggraphrequest'

function readmeText(set: RequestSet, requests: readonly NamedRequest[], file: string): string {
  const named = requests.some(isNamed)
  const rows = requests.map((one) => [`${one.name}${requestEnding}`, shown(one)])
  const open = [
    ...set.without.map((policy) => `- ${markdownText(policy)}: applies to nobody whom the file declares`),
    ...set.unmissed.map(
      ({ policy, condition }) => `- ${markdownText(policy)}: no request misses ${conditionWords[condition]}`,
    ),
    ...(set.leftOut ?? []).map(({ name, place, why }) => `- ${markdownText(name)} (${markdownText(place)}): ${why}`),
  ]
  return `# Questions to a tenant

Each \`NAME${requestEnding}\` is the body of a request to [\`conditionalAccess/evaluate\`](${graphSources['graph-evaluate'].url}) of
Microsoft Graph, which simulates and changes nothing. Save each answer as \`NAME${answerEnding}\` beside it. The permission
\`Policy.Read.ConditionalAccess\` is sufficient for that. With [\`Invoke-MgGraphRequest\`](${cmdletPage}), in this folder:

${commandsFor(named)}
${named ? namesNote : ''}
Then compare, with this folder in place of \`FOLDER\`:

\`\`\`sh
authplan replay ${shellPath(file)} --what-if FOLDER
\`\`\`

\`policies.Tests.ps1\` puts the same questions as tests of Maester, by [\`Test-MtConditionalAccessWhatIf\`](${maesterPage}).

No answer of a live tenant has been compared with authplan so far: a disagreement may be an error of authplan.

## Requests

${markdownTable(['file', 'what it shows'], rows).join('\n')}
${open.length === 0 ? '' : `\n## Without a request\n\n${open.join('\n')}\n`}`
}

/** The files of a set of requests: bodies for Graph, tests for Maester, and what to do with them. */
export function requestFiles(set: RequestSet, file: string): readonly RequestFile[] {
  const requests = namedRequests(set.requests)
  return [
    ...requests.map(({ name, request }) => ({
      name: `${name}${requestEnding}`,
      text: jsonText(JSON.parse(JSON.stringify(request))),
    })),
    { name: 'policies.Tests.ps1', text: maesterTests(requests) },
    { name: 'README.md', text: readmeText(set, requests, file) },
  ]
}
