import * as cucumber from '@cucumber/cucumber'
import { isBuiltIn, registerSteps } from './steps/register-steps.ts'

// `authplan test` has the steps already; a project's own step files may import this module all the same.
if (!isBuiltIn()) registerSteps(cucumber)
