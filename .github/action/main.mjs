// The GitHub Action: checks and tests the head of a pull request and compares it with its base.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { baseTree } from './base-tree.mjs'
import { githubOf, keepComment, uploadSarif } from './github.mjs'
import { inputsOf, Mistake, pullRequestOf } from './inputs.mjs'
import { commentText, fenced, reportText } from './report.mjs'
import { authplanIn } from './run-authplan.mjs'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const readIf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Prints what authplan prints for annotations, and keeps the rest for the report. */
function checked(authplan, { tenants, strict }, folder) {
  const [text, sarif] = [join(folder, 'check.txt'), join(folder, 'check.sarif')]
  const more = strict ? ['--strict'] : []
  const ended = authplan('check', ...tenants, ...more, '-f', 'github', '-f', `compact:${text}`, '-f', `sarif:${sarif}`)
  process.stdout.write(ended.stdout)
  const details = readIf(text)
  const words = [details === '' ? 'no problems' : 'warnings', 'warnings', 'invalid input']
  return {
    section: {
      title: 'Tenant files',
      said: words[ended.code] ?? 'it could not be checked',
      details: fenced(details || ended.stderr),
      failed: ended.code !== 0,
      worthReading: details !== '',
    },
    invalid: ended.code > 1,
    failed: ended.code === 1,
    sarif,
  }
}

function tested(authplan, { features, strict, failOn }, folder) {
  if (features.length === 0) return undefined
  const report = join(folder, 'tests.md')
  const more = strict ? ['--strict'] : []
  const ended = authplan('test', ...features, ...more, '-f', 'github', '-f', `markdown:${report}`)
  process.stdout.write(ended.stdout)
  const words = ['every scenario passes', 'a scenario fails', 'they could not be run']
  return {
    section: {
      title: 'Specs',
      said: words[ended.code] ?? 'they could not be run',
      details: readIf(report) || fenced(ended.stderr),
      failed: ended.code !== 0,
    },
    invalid: ended.code > 1,
    failed: ended.code === 1 && failOn.includes('tests'),
  }
}

/** The verdicts and the policies of one tenant file against its earlier version. */
function compared(authplan, file, earlier, { failOn, allowOpen }, folder) {
  if (earlier === undefined)
    return [{ section: { title: file, said: 'new, there is nothing to compare it with', details: '', failed: false } }]
  const since = earlier.earlier === file ? '' : ` (renamed from ${earlier.earlier})`
  const [diff, policies] = [join(folder, 'diff.md'), join(folder, 'policies.md')]
  const verdicts = authplan('diff', earlier.path, file, '-f', `markdown:${diff}`)
  const open = allowOpen ? ['--allow-open'] : []
  const wider = authplan('compare', earlier.path, file, '--no-wider', ...open, '-f', `markdown:${policies}`)
  const part = (title, { code, stderr }, words, reason, report) => ({
    section: {
      title: `${title} of ${file}${since}`,
      said: words[code] ?? 'it could not be compared',
      details: code > 1 ? fenced(stderr) : readIf(report),
      failed: code > 1 || (code === 1 && failOn.includes(reason)),
      worthReading: code === 1,
    },
    invalid: code > 1,
    failed: code === 1 && failOn.includes(reason),
  })
  const verdictWords = ['no declared sign-in changes', 'sign-ins change']
  const widerWords = ['nothing opens, over every possible sign-in', 'access becomes wider']
  return [
    part('Verdicts', verdicts, verdictWords, 'verdicts', diff),
    part('Policies', wider, widerWords, 'wider', policies),
  ]
}

async function publish(env, inputs, pull, report, sarif) {
  const file = join(env.RUNNER_TEMP || tmpdir(), `authplan-report-${process.pid}.md`)
  writeFileSync(file, report)
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${report}\n`)
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `report=${file}\n`)
  if (pull?.isFork) return
  const github = githubOf(env, inputs.token)
  // What cannot be written to GitHub is no verdict about the tenant.
  const attempt = async (what, write) => {
    try {
      await write()
    } catch (problem) {
      console.log(`::warning::authplan could not ${what}: ${problem.message}`)
    }
  }
  if (inputs.comment && pull !== undefined)
    await attempt('write the comment', () => keepComment(github, pull.number, commentText(report)))
  if (inputs.uploadSarif && existsSync(sarif)) {
    const upload = { sarif: readFileSync(sarif, 'utf8'), commit: pull?.head || env.GITHUB_SHA, ref: env.GITHUB_REF }
    await attempt('upload the problems', () => uploadSarif(github, upload))
  }
}

/** Runs the action in an environment as GitHub provides it; ends with its exit code. */
export async function main(env) {
  const inputs = inputsOf(env)
  const pull = pullRequestOf(env)
  const root = env.GITHUB_WORKSPACE || process.cwd()
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'authplan-'))
  const authplan = authplanIn(root, inputs.version || version)
  const check = checked(authplan, inputs, folder)
  const parts = [check, tested(authplan, inputs, folder)]
  if (pull !== undefined) {
    const base = baseTree(root, pull.base)
    try {
      for (const file of inputs.tenants) parts.push(...compared(authplan, file, base.of(file), inputs, folder))
    } finally {
      base.remove()
    }
  }
  const made = parts.filter((part) => part !== undefined)
  const result = made.some(({ invalid }) => invalid)
    ? 'invalid'
    : made.some(({ failed }) => failed)
      ? 'failed'
      : 'passed'
  const report = reportText(
    result,
    made.map(({ section }) => section),
  )
  await publish(env, inputs, pull, report, check.sarif)
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `result=${result}\n`)
  return { passed: 0, failed: 1, invalid: 2 }[result]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await main(process.env)
  } catch (problem) {
    if (!(problem instanceof Mistake)) throw problem
    console.log(`::error::${problem.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`)
    process.exitCode = 2
  }
}
