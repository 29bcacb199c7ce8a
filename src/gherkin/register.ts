import * as cucumber from '@cucumber/cucumber'
import { registerSteps } from './steps.ts'

registerSteps(cucumber)
