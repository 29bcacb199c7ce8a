// The inputs of the action and the event that started it, each checked: a mistake is a sentence and exit code 2.
import { readFileSync } from 'node:fs'

/** Something that the user of the action has to change. */
export class Mistake extends Error {}

const reasons = ['tests', 'wider', 'verdicts']

const lines = (text) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

function isOn(name, text) {
  if (text === 'true' || text === 'false') return text === 'true'
  throw new Mistake(`the input ${name} is \`${text}\`; it must be true or false`)
}

/** A path below the root of the repository; anything else is refused. */
function inside(path) {
  if (/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path))
    throw new Mistake(`\`${path}\` is not a path below the root of the repository`)
  // A name that looks like an option stays a name.
  return path.startsWith('-') ? `./${path}` : path
}

function reasonsOf(text) {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  if (words.join() === 'nothing') return []
  const unknown = words.find((word) => !reasons.includes(word))
  if (words.length === 0 || unknown !== undefined)
    throw new Mistake(`the input fail-on is \`${text}\`; it must be \`nothing\`, or some of ${reasons.join(', ')}`)
  return words
}

/** What the workflow asks for. */
export function inputsOf(env) {
  const tenants = lines(env.INPUT_TENANTS ?? '').map(inside)
  if (tenants.length === 0) throw new Mistake('the input tenants names no file')
  const version = (env.INPUT_VERSION ?? '').trim()
  if (version !== '' && !/^[0-9A-Za-z.+-]+$/.test(version)) throw new Mistake(`\`${version}\` is no version`)
  return {
    tenants,
    features: lines(env.INPUT_FEATURES ?? '').map(inside),
    failOn: reasonsOf(env.INPUT_FAIL_ON || 'tests,wider'),
    allowOpen: isOn('allow-open', env.INPUT_ALLOW_OPEN || 'false'),
    strict: isOn('strict', env.INPUT_STRICT || 'false'),
    comment: isOn('comment', env.INPUT_COMMENT || 'true'),
    uploadSarif: isOn('upload-sarif', env.INPUT_UPLOAD_SARIF || 'false'),
    version,
    token: env.INPUT_TOKEN ?? '',
  }
}

/** The pull request behind the run; undefined on a push, where there is nothing to compare with. */
export function pullRequestOf(env) {
  const name = env.GITHUB_EVENT_NAME
  if (name === 'pull_request_target' || name === 'workflow_run')
    throw new Mistake(
      `authplan does not run on ${name}: the files of a stranger would be read with the secrets of this repository; use pull_request`,
    )
  if (name !== 'pull_request') return undefined
  const { pull_request: found } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
  const base = found?.base?.sha
  if (!/^[0-9a-f]{40,64}$/.test(base ?? '')) throw new Mistake('the event names no commit of the base branch')
  return {
    number: Number(found.number),
    base,
    head: String(found.head?.sha ?? ''),
    // The token of a run for a fork can write nothing.
    isFork: found.head?.repo?.full_name !== found.base?.repo?.full_name,
  }
}
