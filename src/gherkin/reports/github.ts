import { brokenStep, type Run, scenariosOfRun } from './run-model.ts'

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** One GitHub Actions annotation per failure. */
export function renderGithub(run: Run): string {
  const problems = run.problems.map(({ uri, line, message }) =>
    annotation(uri, line, 'the feature cannot run', message),
  )
  const failures = scenariosOfRun(run)
    .filter(({ status }) => status !== 'passed')
    .map((scenario) => {
      const broken = brokenStep(scenario)
      const text = [
        ...(broken === undefined ? [] : [`${broken.keyword} ${broken.text}`]),
        broken?.message ?? scenario.message ?? '',
      ]
      return annotation(scenario.uri, broken?.line ?? scenario.line, scenario.name, text.join('\n'))
    })
  return [...problems, ...failures].map((line) => `${line}\n`).join('')
}

function annotation(file: string, line: number, title: string, message: string): string {
  return `::error file=${property(file)},line=${line},title=${property(title)}::${data(message)}`
}
