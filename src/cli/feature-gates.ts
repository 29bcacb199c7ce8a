import type { FeatureJudge } from '../plan/play/feature-gates.ts'
import type { Environment } from './environment.ts'

/** What runs gates of plans that are features; the steps are loaded only for files that may name one. */
export async function featureGates(
  { cwd, reader }: Environment,
  files: readonly string[],
): Promise<{ readonly features?: FeatureJudge }> {
  const mayName = files.some((file) => {
    const read = reader.read(file)
    return read.ok && /\.feature\b/i.test(read.value.text)
  })
  if (!mayName) return {}
  const { featureJudge } = await import('../gherkin/run/judge-feature.ts')
  const features = featureJudge(cwd, reader)
  return features === undefined ? {} : { features }
}
