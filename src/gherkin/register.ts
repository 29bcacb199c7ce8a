import * as cucumber from '@cucumber/cucumber'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { featureJudge } from './run/judge-feature.ts'
import { tenantCache } from './scenario/tenant-cache.ts'
import { isBuiltIn, registerSteps } from './steps/register-steps.ts'

// `authplan test` already registers the steps; a project's own step files may import this module anyway.
if (!isBuiltIn()) {
  const cwd = process.cwd()
  const reader = nodeSourceReader(cwd)
  registerSteps(cucumber, { tenants: tenantCache(cwd, reader, () => featureJudge(cwd, reader)) })
}
