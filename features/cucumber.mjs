export default {
  paths: ['features/**/*.feature'],
  requireModule: ['tsx/cjs'],
  require: ['features/support/*.ts'],
}
